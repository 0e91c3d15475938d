# The image that goreleaser builds: the command, and the go command, which it runs to list and compile dependencies.
#   docker run --rm -v "$PWD:/src" -w /src ghcr.io/zahariacheck/zahariacheck
FROM golang:1.26-alpine
ARG TARGETPLATFORM
COPY $TARGETPLATFORM/zahariacheck /usr/local/bin/zahariacheck
RUN apk add --no-cache git && git config --system --add safe.directory /src
ENTRYPOINT ["zahariacheck"]
