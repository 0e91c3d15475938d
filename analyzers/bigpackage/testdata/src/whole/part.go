package whole

type Part0 struct{ n int }

func (x *Part0) Step() {}

type Part1 struct{ last *Part0 }

func (x *Part1) Step() {}

type Part2 struct{ last *Part1 }

func (x *Part2) Step() {}

type Part3 struct{ last *Part2 }

func (x *Part3) Step() {}

type Part4 struct{ last *Part3 }

func (x *Part4) Step() {}

type Part5 struct{ last *Part4 }

func (x *Part5) Step() {}

type Part6 struct{ last *Part5 }

func (x *Part6) Step() {}

type Part7 struct{ last *Part6 }

func (x *Part7) Step() {}

type Part8 struct{ last *Part7 }

func (x *Part8) Step() {}

type Part9 struct{ last *Part8 }

func (x *Part9) Step() {}

type Part10 struct{ last *Part9 }

func (x *Part10) Step() {}

type Part11 struct{ last *Part10 }

func (x *Part11) Step() {}

type Part12 struct{ last *Part11 }

func (x *Part12) Step() {}

type Part13 struct{ last *Part12 }

func (x *Part13) Step() {}

type Part14 struct{ last *Part13 }

func (x *Part14) Step() {}

type Part15 struct{ last *Part14 }

func (x *Part15) Step() {}

type Part16 struct{ last *Part15 }

func (x *Part16) Step() {}

type Part17 struct{ last *Part16 }

func (x *Part17) Step() {}

type Part18 struct{ last *Part17 }

func (x *Part18) Step() {}

type Part19 struct{ last *Part18 }

func (x *Part19) Step() {}

type Part20 struct{ last *Part19 }

func (x *Part20) Step() {}

type Part21 struct{ last *Part20 }

func (x *Part21) Step() {}

type Part22 struct{ last *Part21 }

func (x *Part22) Step() {}

type Part23 struct{ last *Part22 }

func (x *Part23) Step() {}

type Part24 struct{ last *Part23 }

func (x *Part24) Step() {}

type Part25 struct{ last *Part24 }

func (x *Part25) Step() {}

type Part26 struct{ last *Part25 }

func (x *Part26) Step() {}

type Part27 struct{ last *Part26 }

func (x *Part27) Step() {}

type Part28 struct{ last *Part27 }

func (x *Part28) Step() {}

type Part29 struct{ last *Part28 }

func (x *Part29) Step() {}

type Part30 struct{ last *Part29 }

func (x *Part30) Step() {}

type Part31 struct{ last *Part30 }

func (x *Part31) Step() {}

type Part32 struct{ last *Part31 }

func (x *Part32) Step() {}

type Part33 struct{ last *Part32 }

func (x *Part33) Step() {}

type Part34 struct{ last *Part33 }

func (x *Part34) Step() {}

type Part35 struct{ last *Part34 }

func (x *Part35) Step() {}

type Part36 struct{ last *Part35 }

func (x *Part36) Step() {}

type Part37 struct{ last *Part36 }

func (x *Part37) Step() {}

type Part38 struct{ last *Part37 }

func (x *Part38) Step() {}

type Part39 struct{ last *Part38 }

func (x *Part39) Step() {}

type Part40 struct{ last *Part39 }

func (x *Part40) Step() {}

type Part41 struct{ last *Part40 }

func (x *Part41) Step() {}

type Part42 struct{ last *Part41 }

func (x *Part42) Step() {}

type Part43 struct{ last *Part42 }

func (x *Part43) Step() {}

type Part44 struct{ last *Part43 }

func (x *Part44) Step() {}

type Part45 struct{ last *Part44 }

func (x *Part45) Step() {}

type Part46 struct{ last *Part45 }

func (x *Part46) Step() {}

type Part47 struct{ last *Part46 }

func (x *Part47) Step() {}

type Part48 struct{ last *Part47 }

func (x *Part48) Step() {}

type Part49 struct{ last *Part48 }

func (x *Part49) Step() {}

type Part50 struct{ last *Part49 }

func (x *Part50) Step() {}

type Part51 struct{ last *Part50 }

func (x *Part51) Step() {}

type Part52 struct{ last *Part51 }

func (x *Part52) Step() {}

type Part53 struct{ last *Part52 }

func (x *Part53) Step() {}

type Part54 struct{ last *Part53 }

func (x *Part54) Step() {}

type Part55 struct{ last *Part54 }

func (x *Part55) Step() {}

type Part56 struct{ last *Part55 }

func (x *Part56) Step() {}

type Part57 struct{ last *Part56 }

func (x *Part57) Step() {}

type Part58 struct{ last *Part57 }

func (x *Part58) Step() {}

type Part59 struct{ last *Part58 }

func (x *Part59) Step() {}

type Part60 struct{ last *Part59 }

func (x *Part60) Step() {}

type Part61 struct{ last *Part60 }

func (x *Part61) Step() {}

type Part62 struct{ last *Part61 }

func (x *Part62) Step() {}

type Part63 struct{ last *Part62 }

func (x *Part63) Step() {}

type Part64 struct{ last *Part63 }

func (x *Part64) Step() {}

type Part65 struct{ last *Part64 }

func (x *Part65) Step() {}

type Part66 struct{ last *Part65 }

func (x *Part66) Step() {}

type Part67 struct{ last *Part66 }

func (x *Part67) Step() {}

type Part68 struct{ last *Part67 }

func (x *Part68) Step() {}

type Part69 struct{ last *Part68 }

func (x *Part69) Step() {}

type Part70 struct{ last *Part69 }

func (x *Part70) Step() {}

type Part71 struct{ last *Part70 }

func (x *Part71) Step() {}

type Part72 struct{ last *Part71 }

func (x *Part72) Step() {}

type Part73 struct{ last *Part72 }

func (x *Part73) Step() {}

type Part74 struct{ last *Part73 }

func (x *Part74) Step() {}

type Part75 struct{ last *Part74 }

func (x *Part75) Step() {}

type Part76 struct{ last *Part75 }

func (x *Part76) Step() {}

type Part77 struct{ last *Part76 }

func (x *Part77) Step() {}

type Part78 struct{ last *Part77 }

func (x *Part78) Step() {}

type Part79 struct{ last *Part78 }

func (x *Part79) Step() {}

type Part80 struct{ last *Part79 }

func (x *Part80) Step() {}

type Part81 struct{ last *Part80 }

func (x *Part81) Step() {}

type Part82 struct{ last *Part81 }

func (x *Part82) Step() {}

type Part83 struct{ last *Part82 }

func (x *Part83) Step() {}

type Part84 struct{ last *Part83 }

func (x *Part84) Step() {}

type Part85 struct{ last *Part84 }

func (x *Part85) Step() {}

type Part86 struct{ last *Part85 }

func (x *Part86) Step() {}

type Part87 struct{ last *Part86 }

func (x *Part87) Step() {}

type Part88 struct{ last *Part87 }

func (x *Part88) Step() {}

type Part89 struct{ last *Part88 }

func (x *Part89) Step() {}

type Part90 struct{ last *Part89 }

func (x *Part90) Step() {}

type Part91 struct{ last *Part90 }

func (x *Part91) Step() {}

type Part92 struct{ last *Part91 }

func (x *Part92) Step() {}

type Part93 struct{ last *Part92 }

func (x *Part93) Step() {}

type Part94 struct{ last *Part93 }

func (x *Part94) Step() {}

type Part95 struct{ last *Part94 }

func (x *Part95) Step() {}

type Part96 struct{ last *Part95 }

func (x *Part96) Step() {}

type Part97 struct{ last *Part96 }

func (x *Part97) Step() {}

type Part98 struct{ last *Part97 }

func (x *Part98) Step() {}

type Part99 struct{ last *Part98 }

func (x *Part99) Step() {}

type Part100 struct{ last *Part99 }

func (x *Part100) Step() {}

type Part101 struct{ last *Part100 }

func (x *Part101) Step() {}

type Part102 struct{ last *Part101 }

func (x *Part102) Step() {}

type Part103 struct{ last *Part102 }

func (x *Part103) Step() {}

type Part104 struct{ last *Part103 }

func (x *Part104) Step() {}

type Part105 struct{ last *Part104 }

func (x *Part105) Step() {}

type Part106 struct{ last *Part105 }

func (x *Part106) Step() {}

type Part107 struct{ last *Part106 }

func (x *Part107) Step() {}

type Part108 struct{ last *Part107 }

func (x *Part108) Step() {}

type Part109 struct{ last *Part108 }

func (x *Part109) Step() {}

type Part110 struct{ last *Part109 }

func (x *Part110) Step() {}

type Part111 struct{ last *Part110 }

func (x *Part111) Step() {}

type Part112 struct{ last *Part111 }

func (x *Part112) Step() {}

type Part113 struct{ last *Part112 }

func (x *Part113) Step() {}

type Part114 struct{ last *Part113 }

func (x *Part114) Step() {}

type Part115 struct{ last *Part114 }

func (x *Part115) Step() {}

type Part116 struct{ last *Part115 }

func (x *Part116) Step() {}

type Part117 struct{ last *Part116 }

func (x *Part117) Step() {}

type Part118 struct{ last *Part117 }

func (x *Part118) Step() {}

type Part119 struct{ last *Part118 }

func (x *Part119) Step() {}
