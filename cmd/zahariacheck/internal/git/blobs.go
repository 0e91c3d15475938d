package git

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
)

// Blobs reads blobs as they are kept, and gives the content of each to take, in order, which must not keep the reader.
func (r *Repo) Blobs(ids []string, take func(i int, content io.Reader) error) error {
	if len(ids) == 0 {
		return nil
	}
	cmd := r.command("cat-file", "--batch")
	cmd.Stdin = strings.NewReader(strings.Join(ids, "\n") + "\n")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return complaint(err, "")
	}
	err = batch(bufio.NewReader(stdout), ids, take)
	if err != nil && err != errShort {
		cmd.Cancel()
		cmd.Wait()
		return err
	}
	if failed := cmd.Wait(); failed != nil {
		return complaint(failed, stderr.String())
	}
	return err
}

var errShort = errors.New("git cat-file ends within a blob")

func batch(in *bufio.Reader, ids []string, take func(i int, content io.Reader) error) error {
	for i, id := range ids {
		head, err := in.ReadString('\n')
		if err != nil {
			return errShort
		}
		fields := strings.Fields(head)
		if len(fields) != 3 || fields[0] != id || fields[1] != "blob" { // missing, as in a partial clone
			return errors.New("git cannot read " + id)
		}
		size, err := strconv.ParseInt(fields[2], 10, 64)
		if err != nil || size < 0 {
			return errors.New("unexpected output of git cat-file")
		}
		content := &io.LimitedReader{R: in, N: size}
		if err := take(i, content); err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, content); err != nil || content.N > 0 {
			return errShort
		}
		if _, err := in.Discard(1); err != nil {
			return errShort
		}
	}
	return nil
}

// Texts reads blobs into memory, by their IDs.
func (r *Repo) Texts(ids []string) (map[string]string, error) {
	texts := map[string]string{}
	err := r.Blobs(ids, func(i int, content io.Reader) error {
		data, err := io.ReadAll(content)
		texts[ids[i]] = string(data)
		return err
	})
	return texts, err
}
