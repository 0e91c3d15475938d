// Package data describes what is stored: its methods only name it, check it and write it.
package data

type Row0 struct {
	next *Row0
	id   string
}

func (r Row0) String() string               { return r.id }
func (r Row0) Validate() error              { return nil }
func (r Row0) IsZero() bool                 { return r.id == "" }
func (r Row0) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row1 struct {
	next *Row0
	id   string
}

func (r Row1) String() string               { return r.id }
func (r Row1) Validate() error              { return nil }
func (r Row1) IsZero() bool                 { return r.id == "" }
func (r Row1) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row2 struct {
	next *Row1
	id   string
}

func (r Row2) String() string               { return r.id }
func (r Row2) Validate() error              { return nil }
func (r Row2) IsZero() bool                 { return r.id == "" }
func (r Row2) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row3 struct {
	next *Row2
	id   string
}

func (r Row3) String() string               { return r.id }
func (r Row3) Validate() error              { return nil }
func (r Row3) IsZero() bool                 { return r.id == "" }
func (r Row3) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row4 struct {
	next *Row3
	id   string
}

func (r Row4) String() string               { return r.id }
func (r Row4) Validate() error              { return nil }
func (r Row4) IsZero() bool                 { return r.id == "" }
func (r Row4) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row5 struct {
	next *Row4
	id   string
}

func (r Row5) String() string               { return r.id }
func (r Row5) Validate() error              { return nil }
func (r Row5) IsZero() bool                 { return r.id == "" }
func (r Row5) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row6 struct {
	next *Row5
	id   string
}

func (r Row6) String() string               { return r.id }
func (r Row6) Validate() error              { return nil }
func (r Row6) IsZero() bool                 { return r.id == "" }
func (r Row6) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row7 struct {
	next *Row6
	id   string
}

func (r Row7) String() string               { return r.id }
func (r Row7) Validate() error              { return nil }
func (r Row7) IsZero() bool                 { return r.id == "" }
func (r Row7) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row8 struct {
	next *Row7
	id   string
}

func (r Row8) String() string               { return r.id }
func (r Row8) Validate() error              { return nil }
func (r Row8) IsZero() bool                 { return r.id == "" }
func (r Row8) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row9 struct {
	next *Row8
	id   string
}

func (r Row9) String() string               { return r.id }
func (r Row9) Validate() error              { return nil }
func (r Row9) IsZero() bool                 { return r.id == "" }
func (r Row9) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row10 struct {
	next *Row9
	id   string
}

func (r Row10) String() string               { return r.id }
func (r Row10) Validate() error              { return nil }
func (r Row10) IsZero() bool                 { return r.id == "" }
func (r Row10) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row11 struct {
	next *Row10
	id   string
}

func (r Row11) String() string               { return r.id }
func (r Row11) Validate() error              { return nil }
func (r Row11) IsZero() bool                 { return r.id == "" }
func (r Row11) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row12 struct {
	next *Row11
	id   string
}

func (r Row12) String() string               { return r.id }
func (r Row12) Validate() error              { return nil }
func (r Row12) IsZero() bool                 { return r.id == "" }
func (r Row12) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row13 struct {
	next *Row12
	id   string
}

func (r Row13) String() string               { return r.id }
func (r Row13) Validate() error              { return nil }
func (r Row13) IsZero() bool                 { return r.id == "" }
func (r Row13) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row14 struct {
	next *Row13
	id   string
}

func (r Row14) String() string               { return r.id }
func (r Row14) Validate() error              { return nil }
func (r Row14) IsZero() bool                 { return r.id == "" }
func (r Row14) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row15 struct {
	next *Row14
	id   string
}

func (r Row15) String() string               { return r.id }
func (r Row15) Validate() error              { return nil }
func (r Row15) IsZero() bool                 { return r.id == "" }
func (r Row15) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row16 struct {
	next *Row15
	id   string
}

func (r Row16) String() string               { return r.id }
func (r Row16) Validate() error              { return nil }
func (r Row16) IsZero() bool                 { return r.id == "" }
func (r Row16) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row17 struct {
	next *Row16
	id   string
}

func (r Row17) String() string               { return r.id }
func (r Row17) Validate() error              { return nil }
func (r Row17) IsZero() bool                 { return r.id == "" }
func (r Row17) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row18 struct {
	next *Row17
	id   string
}

func (r Row18) String() string               { return r.id }
func (r Row18) Validate() error              { return nil }
func (r Row18) IsZero() bool                 { return r.id == "" }
func (r Row18) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row19 struct {
	next *Row18
	id   string
}

func (r Row19) String() string               { return r.id }
func (r Row19) Validate() error              { return nil }
func (r Row19) IsZero() bool                 { return r.id == "" }
func (r Row19) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row20 struct {
	next *Row19
	id   string
}

func (r Row20) String() string               { return r.id }
func (r Row20) Validate() error              { return nil }
func (r Row20) IsZero() bool                 { return r.id == "" }
func (r Row20) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row21 struct {
	next *Row20
	id   string
}

func (r Row21) String() string               { return r.id }
func (r Row21) Validate() error              { return nil }
func (r Row21) IsZero() bool                 { return r.id == "" }
func (r Row21) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row22 struct {
	next *Row21
	id   string
}

func (r Row22) String() string               { return r.id }
func (r Row22) Validate() error              { return nil }
func (r Row22) IsZero() bool                 { return r.id == "" }
func (r Row22) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row23 struct {
	next *Row22
	id   string
}

func (r Row23) String() string               { return r.id }
func (r Row23) Validate() error              { return nil }
func (r Row23) IsZero() bool                 { return r.id == "" }
func (r Row23) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row24 struct {
	next *Row23
	id   string
}

func (r Row24) String() string               { return r.id }
func (r Row24) Validate() error              { return nil }
func (r Row24) IsZero() bool                 { return r.id == "" }
func (r Row24) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row25 struct {
	next *Row24
	id   string
}

func (r Row25) String() string               { return r.id }
func (r Row25) Validate() error              { return nil }
func (r Row25) IsZero() bool                 { return r.id == "" }
func (r Row25) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row26 struct {
	next *Row25
	id   string
}

func (r Row26) String() string               { return r.id }
func (r Row26) Validate() error              { return nil }
func (r Row26) IsZero() bool                 { return r.id == "" }
func (r Row26) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row27 struct {
	next *Row26
	id   string
}

func (r Row27) String() string               { return r.id }
func (r Row27) Validate() error              { return nil }
func (r Row27) IsZero() bool                 { return r.id == "" }
func (r Row27) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row28 struct {
	next *Row27
	id   string
}

func (r Row28) String() string               { return r.id }
func (r Row28) Validate() error              { return nil }
func (r Row28) IsZero() bool                 { return r.id == "" }
func (r Row28) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row29 struct {
	next *Row28
	id   string
}

func (r Row29) String() string               { return r.id }
func (r Row29) Validate() error              { return nil }
func (r Row29) IsZero() bool                 { return r.id == "" }
func (r Row29) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row30 struct {
	next *Row29
	id   string
}

func (r Row30) String() string               { return r.id }
func (r Row30) Validate() error              { return nil }
func (r Row30) IsZero() bool                 { return r.id == "" }
func (r Row30) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row31 struct {
	next *Row30
	id   string
}

func (r Row31) String() string               { return r.id }
func (r Row31) Validate() error              { return nil }
func (r Row31) IsZero() bool                 { return r.id == "" }
func (r Row31) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row32 struct {
	next *Row31
	id   string
}

func (r Row32) String() string               { return r.id }
func (r Row32) Validate() error              { return nil }
func (r Row32) IsZero() bool                 { return r.id == "" }
func (r Row32) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row33 struct {
	next *Row32
	id   string
}

func (r Row33) String() string               { return r.id }
func (r Row33) Validate() error              { return nil }
func (r Row33) IsZero() bool                 { return r.id == "" }
func (r Row33) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row34 struct {
	next *Row33
	id   string
}

func (r Row34) String() string               { return r.id }
func (r Row34) Validate() error              { return nil }
func (r Row34) IsZero() bool                 { return r.id == "" }
func (r Row34) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row35 struct {
	next *Row34
	id   string
}

func (r Row35) String() string               { return r.id }
func (r Row35) Validate() error              { return nil }
func (r Row35) IsZero() bool                 { return r.id == "" }
func (r Row35) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row36 struct {
	next *Row35
	id   string
}

func (r Row36) String() string               { return r.id }
func (r Row36) Validate() error              { return nil }
func (r Row36) IsZero() bool                 { return r.id == "" }
func (r Row36) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row37 struct {
	next *Row36
	id   string
}

func (r Row37) String() string               { return r.id }
func (r Row37) Validate() error              { return nil }
func (r Row37) IsZero() bool                 { return r.id == "" }
func (r Row37) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row38 struct {
	next *Row37
	id   string
}

func (r Row38) String() string               { return r.id }
func (r Row38) Validate() error              { return nil }
func (r Row38) IsZero() bool                 { return r.id == "" }
func (r Row38) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row39 struct {
	next *Row38
	id   string
}

func (r Row39) String() string               { return r.id }
func (r Row39) Validate() error              { return nil }
func (r Row39) IsZero() bool                 { return r.id == "" }
func (r Row39) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row40 struct {
	next *Row39
	id   string
}

func (r Row40) String() string               { return r.id }
func (r Row40) Validate() error              { return nil }
func (r Row40) IsZero() bool                 { return r.id == "" }
func (r Row40) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row41 struct {
	next *Row40
	id   string
}

func (r Row41) String() string               { return r.id }
func (r Row41) Validate() error              { return nil }
func (r Row41) IsZero() bool                 { return r.id == "" }
func (r Row41) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row42 struct {
	next *Row41
	id   string
}

func (r Row42) String() string               { return r.id }
func (r Row42) Validate() error              { return nil }
func (r Row42) IsZero() bool                 { return r.id == "" }
func (r Row42) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row43 struct {
	next *Row42
	id   string
}

func (r Row43) String() string               { return r.id }
func (r Row43) Validate() error              { return nil }
func (r Row43) IsZero() bool                 { return r.id == "" }
func (r Row43) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row44 struct {
	next *Row43
	id   string
}

func (r Row44) String() string               { return r.id }
func (r Row44) Validate() error              { return nil }
func (r Row44) IsZero() bool                 { return r.id == "" }
func (r Row44) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row45 struct {
	next *Row44
	id   string
}

func (r Row45) String() string               { return r.id }
func (r Row45) Validate() error              { return nil }
func (r Row45) IsZero() bool                 { return r.id == "" }
func (r Row45) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row46 struct {
	next *Row45
	id   string
}

func (r Row46) String() string               { return r.id }
func (r Row46) Validate() error              { return nil }
func (r Row46) IsZero() bool                 { return r.id == "" }
func (r Row46) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row47 struct {
	next *Row46
	id   string
}

func (r Row47) String() string               { return r.id }
func (r Row47) Validate() error              { return nil }
func (r Row47) IsZero() bool                 { return r.id == "" }
func (r Row47) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row48 struct {
	next *Row47
	id   string
}

func (r Row48) String() string               { return r.id }
func (r Row48) Validate() error              { return nil }
func (r Row48) IsZero() bool                 { return r.id == "" }
func (r Row48) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row49 struct {
	next *Row48
	id   string
}

func (r Row49) String() string               { return r.id }
func (r Row49) Validate() error              { return nil }
func (r Row49) IsZero() bool                 { return r.id == "" }
func (r Row49) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row50 struct{ id string }

type Row51 struct {
	next *Row50
	id   string
}

func (r Row51) String() string               { return r.id }
func (r Row51) Validate() error              { return nil }
func (r Row51) IsZero() bool                 { return r.id == "" }
func (r Row51) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row52 struct {
	next *Row51
	id   string
}

func (r Row52) String() string               { return r.id }
func (r Row52) Validate() error              { return nil }
func (r Row52) IsZero() bool                 { return r.id == "" }
func (r Row52) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row53 struct {
	next *Row52
	id   string
}

func (r Row53) String() string               { return r.id }
func (r Row53) Validate() error              { return nil }
func (r Row53) IsZero() bool                 { return r.id == "" }
func (r Row53) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row54 struct {
	next *Row53
	id   string
}

func (r Row54) String() string               { return r.id }
func (r Row54) Validate() error              { return nil }
func (r Row54) IsZero() bool                 { return r.id == "" }
func (r Row54) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row55 struct {
	next *Row54
	id   string
}

func (r Row55) String() string               { return r.id }
func (r Row55) Validate() error              { return nil }
func (r Row55) IsZero() bool                 { return r.id == "" }
func (r Row55) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row56 struct {
	next *Row55
	id   string
}

func (r Row56) String() string               { return r.id }
func (r Row56) Validate() error              { return nil }
func (r Row56) IsZero() bool                 { return r.id == "" }
func (r Row56) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row57 struct {
	next *Row56
	id   string
}

func (r Row57) String() string               { return r.id }
func (r Row57) Validate() error              { return nil }
func (r Row57) IsZero() bool                 { return r.id == "" }
func (r Row57) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row58 struct {
	next *Row57
	id   string
}

func (r Row58) String() string               { return r.id }
func (r Row58) Validate() error              { return nil }
func (r Row58) IsZero() bool                 { return r.id == "" }
func (r Row58) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row59 struct {
	next *Row58
	id   string
}

func (r Row59) String() string               { return r.id }
func (r Row59) Validate() error              { return nil }
func (r Row59) IsZero() bool                 { return r.id == "" }
func (r Row59) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row60 struct {
	next *Row59
	id   string
}

func (r Row60) String() string               { return r.id }
func (r Row60) Validate() error              { return nil }
func (r Row60) IsZero() bool                 { return r.id == "" }
func (r Row60) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row61 struct {
	next *Row60
	id   string
}

func (r Row61) String() string               { return r.id }
func (r Row61) Validate() error              { return nil }
func (r Row61) IsZero() bool                 { return r.id == "" }
func (r Row61) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row62 struct {
	next *Row61
	id   string
}

func (r Row62) String() string               { return r.id }
func (r Row62) Validate() error              { return nil }
func (r Row62) IsZero() bool                 { return r.id == "" }
func (r Row62) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row63 struct {
	next *Row62
	id   string
}

func (r Row63) String() string               { return r.id }
func (r Row63) Validate() error              { return nil }
func (r Row63) IsZero() bool                 { return r.id == "" }
func (r Row63) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row64 struct {
	next *Row63
	id   string
}

func (r Row64) String() string               { return r.id }
func (r Row64) Validate() error              { return nil }
func (r Row64) IsZero() bool                 { return r.id == "" }
func (r Row64) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row65 struct {
	next *Row64
	id   string
}

func (r Row65) String() string               { return r.id }
func (r Row65) Validate() error              { return nil }
func (r Row65) IsZero() bool                 { return r.id == "" }
func (r Row65) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row66 struct {
	next *Row65
	id   string
}

func (r Row66) String() string               { return r.id }
func (r Row66) Validate() error              { return nil }
func (r Row66) IsZero() bool                 { return r.id == "" }
func (r Row66) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row67 struct {
	next *Row66
	id   string
}

func (r Row67) String() string               { return r.id }
func (r Row67) Validate() error              { return nil }
func (r Row67) IsZero() bool                 { return r.id == "" }
func (r Row67) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row68 struct {
	next *Row67
	id   string
}

func (r Row68) String() string               { return r.id }
func (r Row68) Validate() error              { return nil }
func (r Row68) IsZero() bool                 { return r.id == "" }
func (r Row68) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row69 struct {
	next *Row68
	id   string
}

func (r Row69) String() string               { return r.id }
func (r Row69) Validate() error              { return nil }
func (r Row69) IsZero() bool                 { return r.id == "" }
func (r Row69) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row70 struct {
	next *Row69
	id   string
}

func (r Row70) String() string               { return r.id }
func (r Row70) Validate() error              { return nil }
func (r Row70) IsZero() bool                 { return r.id == "" }
func (r Row70) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row71 struct {
	next *Row70
	id   string
}

func (r Row71) String() string               { return r.id }
func (r Row71) Validate() error              { return nil }
func (r Row71) IsZero() bool                 { return r.id == "" }
func (r Row71) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row72 struct {
	next *Row71
	id   string
}

func (r Row72) String() string               { return r.id }
func (r Row72) Validate() error              { return nil }
func (r Row72) IsZero() bool                 { return r.id == "" }
func (r Row72) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row73 struct {
	next *Row72
	id   string
}

func (r Row73) String() string               { return r.id }
func (r Row73) Validate() error              { return nil }
func (r Row73) IsZero() bool                 { return r.id == "" }
func (r Row73) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row74 struct {
	next *Row73
	id   string
}

func (r Row74) String() string               { return r.id }
func (r Row74) Validate() error              { return nil }
func (r Row74) IsZero() bool                 { return r.id == "" }
func (r Row74) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row75 struct {
	next *Row74
	id   string
}

func (r Row75) String() string               { return r.id }
func (r Row75) Validate() error              { return nil }
func (r Row75) IsZero() bool                 { return r.id == "" }
func (r Row75) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row76 struct {
	next *Row75
	id   string
}

func (r Row76) String() string               { return r.id }
func (r Row76) Validate() error              { return nil }
func (r Row76) IsZero() bool                 { return r.id == "" }
func (r Row76) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row77 struct {
	next *Row76
	id   string
}

func (r Row77) String() string               { return r.id }
func (r Row77) Validate() error              { return nil }
func (r Row77) IsZero() bool                 { return r.id == "" }
func (r Row77) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row78 struct {
	next *Row77
	id   string
}

func (r Row78) String() string               { return r.id }
func (r Row78) Validate() error              { return nil }
func (r Row78) IsZero() bool                 { return r.id == "" }
func (r Row78) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row79 struct {
	next *Row78
	id   string
}

func (r Row79) String() string               { return r.id }
func (r Row79) Validate() error              { return nil }
func (r Row79) IsZero() bool                 { return r.id == "" }
func (r Row79) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row80 struct {
	next *Row79
	id   string
}

func (r Row80) String() string               { return r.id }
func (r Row80) Validate() error              { return nil }
func (r Row80) IsZero() bool                 { return r.id == "" }
func (r Row80) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row81 struct {
	next *Row80
	id   string
}

func (r Row81) String() string               { return r.id }
func (r Row81) Validate() error              { return nil }
func (r Row81) IsZero() bool                 { return r.id == "" }
func (r Row81) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row82 struct {
	next *Row81
	id   string
}

func (r Row82) String() string               { return r.id }
func (r Row82) Validate() error              { return nil }
func (r Row82) IsZero() bool                 { return r.id == "" }
func (r Row82) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row83 struct {
	next *Row82
	id   string
}

func (r Row83) String() string               { return r.id }
func (r Row83) Validate() error              { return nil }
func (r Row83) IsZero() bool                 { return r.id == "" }
func (r Row83) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row84 struct {
	next *Row83
	id   string
}

func (r Row84) String() string               { return r.id }
func (r Row84) Validate() error              { return nil }
func (r Row84) IsZero() bool                 { return r.id == "" }
func (r Row84) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row85 struct {
	next *Row84
	id   string
}

func (r Row85) String() string               { return r.id }
func (r Row85) Validate() error              { return nil }
func (r Row85) IsZero() bool                 { return r.id == "" }
func (r Row85) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row86 struct {
	next *Row85
	id   string
}

func (r Row86) String() string               { return r.id }
func (r Row86) Validate() error              { return nil }
func (r Row86) IsZero() bool                 { return r.id == "" }
func (r Row86) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row87 struct {
	next *Row86
	id   string
}

func (r Row87) String() string               { return r.id }
func (r Row87) Validate() error              { return nil }
func (r Row87) IsZero() bool                 { return r.id == "" }
func (r Row87) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row88 struct {
	next *Row87
	id   string
}

func (r Row88) String() string               { return r.id }
func (r Row88) Validate() error              { return nil }
func (r Row88) IsZero() bool                 { return r.id == "" }
func (r Row88) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row89 struct {
	next *Row88
	id   string
}

func (r Row89) String() string               { return r.id }
func (r Row89) Validate() error              { return nil }
func (r Row89) IsZero() bool                 { return r.id == "" }
func (r Row89) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row90 struct {
	next *Row89
	id   string
}

func (r Row90) String() string               { return r.id }
func (r Row90) Validate() error              { return nil }
func (r Row90) IsZero() bool                 { return r.id == "" }
func (r Row90) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row91 struct {
	next *Row90
	id   string
}

func (r Row91) String() string               { return r.id }
func (r Row91) Validate() error              { return nil }
func (r Row91) IsZero() bool                 { return r.id == "" }
func (r Row91) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row92 struct {
	next *Row91
	id   string
}

func (r Row92) String() string               { return r.id }
func (r Row92) Validate() error              { return nil }
func (r Row92) IsZero() bool                 { return r.id == "" }
func (r Row92) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row93 struct {
	next *Row92
	id   string
}

func (r Row93) String() string               { return r.id }
func (r Row93) Validate() error              { return nil }
func (r Row93) IsZero() bool                 { return r.id == "" }
func (r Row93) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row94 struct {
	next *Row93
	id   string
}

func (r Row94) String() string               { return r.id }
func (r Row94) Validate() error              { return nil }
func (r Row94) IsZero() bool                 { return r.id == "" }
func (r Row94) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row95 struct {
	next *Row94
	id   string
}

func (r Row95) String() string               { return r.id }
func (r Row95) Validate() error              { return nil }
func (r Row95) IsZero() bool                 { return r.id == "" }
func (r Row95) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row96 struct {
	next *Row95
	id   string
}

func (r Row96) String() string               { return r.id }
func (r Row96) Validate() error              { return nil }
func (r Row96) IsZero() bool                 { return r.id == "" }
func (r Row96) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row97 struct {
	next *Row96
	id   string
}

func (r Row97) String() string               { return r.id }
func (r Row97) Validate() error              { return nil }
func (r Row97) IsZero() bool                 { return r.id == "" }
func (r Row97) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row98 struct {
	next *Row97
	id   string
}

func (r Row98) String() string               { return r.id }
func (r Row98) Validate() error              { return nil }
func (r Row98) IsZero() bool                 { return r.id == "" }
func (r Row98) MarshalText() ([]byte, error) { return []byte(r.id), nil }

type Row99 struct {
	next *Row98
	id   string
}

func (r Row99) String() string               { return r.id }
func (r Row99) Validate() error              { return nil }
func (r Row99) IsZero() bool                 { return r.id == "" }
func (r Row99) MarshalText() ([]byte, error) { return []byte(r.id), nil }
