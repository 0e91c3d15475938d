// Package surface is checked by its test: what zahariacheck says of servers is compared with what they say themselves.
package surface
