package constants

const drive = `(`
