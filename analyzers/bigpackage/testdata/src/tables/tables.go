// Package tables only describes data, which is large by nature.
package tables

type Row0 struct{ Name string }

type Kind1 string

type Row1 struct {
	Kind Kind1
	Next *Row0
}

type Kind2 string

type Row2 struct {
	Kind Kind2
	Next *Row1
}

type Kind3 string

type Row3 struct {
	Kind Kind3
	Next *Row2
}

type Kind4 string

type Row4 struct {
	Kind Kind4
	Next *Row3
}

type Kind5 string

type Row5 struct {
	Kind Kind5
	Next *Row4
}

type Kind6 string

type Row6 struct {
	Kind Kind6
	Next *Row5
}

type Kind7 string

type Row7 struct {
	Kind Kind7
	Next *Row6
}

type Kind8 string

type Row8 struct {
	Kind Kind8
	Next *Row7
}

type Kind9 string

type Row9 struct {
	Kind Kind9
	Next *Row8
}

type Kind10 string

type Row10 struct {
	Kind Kind10
	Next *Row9
}

type Kind11 string

type Row11 struct {
	Kind Kind11
	Next *Row10
}

type Kind12 string

type Row12 struct {
	Kind Kind12
	Next *Row11
}

type Kind13 string

type Row13 struct {
	Kind Kind13
	Next *Row12
}

type Kind14 string

type Row14 struct {
	Kind Kind14
	Next *Row13
}

type Kind15 string

type Row15 struct {
	Kind Kind15
	Next *Row14
}

type Kind16 string

type Row16 struct {
	Kind Kind16
	Next *Row15
}

type Kind17 string

type Row17 struct {
	Kind Kind17
	Next *Row16
}

type Kind18 string

type Row18 struct {
	Kind Kind18
	Next *Row17
}

type Kind19 string

type Row19 struct {
	Kind Kind19
	Next *Row18
}

type Kind20 string

type Row20 struct {
	Kind Kind20
	Next *Row19
}

type Kind21 string

type Row21 struct {
	Kind Kind21
	Next *Row20
}

type Kind22 string

type Row22 struct {
	Kind Kind22
	Next *Row21
}

type Kind23 string

type Row23 struct {
	Kind Kind23
	Next *Row22
}

type Kind24 string

type Row24 struct {
	Kind Kind24
	Next *Row23
}

type Kind25 string

type Row25 struct {
	Kind Kind25
	Next *Row24
}

type Kind26 string

type Row26 struct {
	Kind Kind26
	Next *Row25
}

type Kind27 string

type Row27 struct {
	Kind Kind27
	Next *Row26
}

type Kind28 string

type Row28 struct {
	Kind Kind28
	Next *Row27
}

type Kind29 string

type Row29 struct {
	Kind Kind29
	Next *Row28
}

type Kind30 string

type Row30 struct {
	Kind Kind30
	Next *Row29
}

type Kind31 string

type Row31 struct {
	Kind Kind31
	Next *Row30
}

type Kind32 string

type Row32 struct {
	Kind Kind32
	Next *Row31
}

type Kind33 string

type Row33 struct {
	Kind Kind33
	Next *Row32
}

type Kind34 string

type Row34 struct {
	Kind Kind34
	Next *Row33
}

type Kind35 string

type Row35 struct {
	Kind Kind35
	Next *Row34
}

type Kind36 string

type Row36 struct {
	Kind Kind36
	Next *Row35
}

type Kind37 string

type Row37 struct {
	Kind Kind37
	Next *Row36
}

type Kind38 string

type Row38 struct {
	Kind Kind38
	Next *Row37
}

type Kind39 string

type Row39 struct {
	Kind Kind39
	Next *Row38
}

type Kind40 string

type Row40 struct {
	Kind Kind40
	Next *Row39
}

type Kind41 string

type Row41 struct {
	Kind Kind41
	Next *Row40
}

type Kind42 string

type Row42 struct {
	Kind Kind42
	Next *Row41
}

type Kind43 string

type Row43 struct {
	Kind Kind43
	Next *Row42
}

type Kind44 string

type Row44 struct {
	Kind Kind44
	Next *Row43
}

type Kind45 string

type Row45 struct {
	Kind Kind45
	Next *Row44
}

type Kind46 string

type Row46 struct {
	Kind Kind46
	Next *Row45
}

type Kind47 string

type Row47 struct {
	Kind Kind47
	Next *Row46
}

type Kind48 string

type Row48 struct {
	Kind Kind48
	Next *Row47
}

type Kind49 string

type Row49 struct {
	Kind Kind49
	Next *Row48
}

type Kind50 string

type Row50 struct {
	Kind Kind50
	Next *Row49
}

type Kind51 string

type Row51 struct {
	Kind Kind51
	Next *Row50
}

type Kind52 string

type Row52 struct {
	Kind Kind52
	Next *Row51
}

type Kind53 string

type Row53 struct {
	Kind Kind53
	Next *Row52
}

type Kind54 string

type Row54 struct {
	Kind Kind54
	Next *Row53
}

type Kind55 string

type Row55 struct {
	Kind Kind55
	Next *Row54
}

type Kind56 string

type Row56 struct {
	Kind Kind56
	Next *Row55
}

type Kind57 string

type Row57 struct {
	Kind Kind57
	Next *Row56
}

type Kind58 string

type Row58 struct {
	Kind Kind58
	Next *Row57
}

type Kind59 string

type Row59 struct {
	Kind Kind59
	Next *Row58
}

type Kind60 string

type Row60 struct {
	Kind Kind60
	Next *Row59
}

type Kind61 string

type Row61 struct {
	Kind Kind61
	Next *Row60
}

type Kind62 string

type Row62 struct {
	Kind Kind62
	Next *Row61
}

type Kind63 string

type Row63 struct {
	Kind Kind63
	Next *Row62
}

type Kind64 string

type Row64 struct {
	Kind Kind64
	Next *Row63
}

type Kind65 string

type Row65 struct {
	Kind Kind65
	Next *Row64
}

type Kind66 string

type Row66 struct {
	Kind Kind66
	Next *Row65
}

type Kind67 string

type Row67 struct {
	Kind Kind67
	Next *Row66
}

type Kind68 string

type Row68 struct {
	Kind Kind68
	Next *Row67
}

type Kind69 string

type Row69 struct {
	Kind Kind69
	Next *Row68
}

type Kind70 string

type Row70 struct {
	Kind Kind70
	Next *Row69
}

type Kind71 string

type Row71 struct {
	Kind Kind71
	Next *Row70
}

type Kind72 string

type Row72 struct {
	Kind Kind72
	Next *Row71
}

type Kind73 string

type Row73 struct {
	Kind Kind73
	Next *Row72
}

type Kind74 string

type Row74 struct {
	Kind Kind74
	Next *Row73
}

type Kind75 string

type Row75 struct {
	Kind Kind75
	Next *Row74
}

type Kind76 string

type Row76 struct {
	Kind Kind76
	Next *Row75
}

type Kind77 string

type Row77 struct {
	Kind Kind77
	Next *Row76
}

type Kind78 string

type Row78 struct {
	Kind Kind78
	Next *Row77
}

type Kind79 string

type Row79 struct {
	Kind Kind79
	Next *Row78
}

type Kind80 string

type Row80 struct {
	Kind Kind80
	Next *Row79
}

type Kind81 string

type Row81 struct {
	Kind Kind81
	Next *Row80
}

type Kind82 string

type Row82 struct {
	Kind Kind82
	Next *Row81
}

type Kind83 string

type Row83 struct {
	Kind Kind83
	Next *Row82
}

type Kind84 string

type Row84 struct {
	Kind Kind84
	Next *Row83
}

type Kind85 string

type Row85 struct {
	Kind Kind85
	Next *Row84
}

type Kind86 string

type Row86 struct {
	Kind Kind86
	Next *Row85
}

type Kind87 string

type Row87 struct {
	Kind Kind87
	Next *Row86
}

type Kind88 string

type Row88 struct {
	Kind Kind88
	Next *Row87
}

type Kind89 string

type Row89 struct {
	Kind Kind89
	Next *Row88
}

type Kind90 string

type Row90 struct {
	Kind Kind90
	Next *Row89
}

type Kind91 string

type Row91 struct {
	Kind Kind91
	Next *Row90
}

type Kind92 string

type Row92 struct {
	Kind Kind92
	Next *Row91
}

type Kind93 string

type Row93 struct {
	Kind Kind93
	Next *Row92
}

type Kind94 string

type Row94 struct {
	Kind Kind94
	Next *Row93
}

type Kind95 string

type Row95 struct {
	Kind Kind95
	Next *Row94
}

type Kind96 string

type Row96 struct {
	Kind Kind96
	Next *Row95
}

type Kind97 string

type Row97 struct {
	Kind Kind97
	Next *Row96
}

type Kind98 string

type Row98 struct {
	Kind Kind98
	Next *Row97
}

type Kind99 string

type Row99 struct {
	Kind Kind99
	Next *Row98
}

type Kind100 string

type Row100 struct {
	Kind Kind100
	Next *Row99
}

type Kind101 string

type Row101 struct {
	Kind Kind101
	Next *Row100
}

type Kind102 string

type Row102 struct {
	Kind Kind102
	Next *Row101
}

type Kind103 string

type Row103 struct {
	Kind Kind103
	Next *Row102
}

type Kind104 string

type Row104 struct {
	Kind Kind104
	Next *Row103
}

type Kind105 string

type Row105 struct {
	Kind Kind105
	Next *Row104
}

type Kind106 string

type Row106 struct {
	Kind Kind106
	Next *Row105
}

type Kind107 string

type Row107 struct {
	Kind Kind107
	Next *Row106
}

type Kind108 string

type Row108 struct {
	Kind Kind108
	Next *Row107
}

type Kind109 string

type Row109 struct {
	Kind Kind109
	Next *Row108
}

type Kind110 string

type Row110 struct {
	Kind Kind110
	Next *Row109
}

type Kind111 string

type Row111 struct {
	Kind Kind111
	Next *Row110
}

type Kind112 string

type Row112 struct {
	Kind Kind112
	Next *Row111
}

type Kind113 string

type Row113 struct {
	Kind Kind113
	Next *Row112
}

type Kind114 string

type Row114 struct {
	Kind Kind114
	Next *Row113
}

type Kind115 string

type Row115 struct {
	Kind Kind115
	Next *Row114
}

type Kind116 string

type Row116 struct {
	Kind Kind116
	Next *Row115
}

type Kind117 string

type Row117 struct {
	Kind Kind117
	Next *Row116
}

type Kind118 string

type Row118 struct {
	Kind Kind118
	Next *Row117
}

type Kind119 string

type Row119 struct {
	Kind Kind119
	Next *Row118
}

type Kind120 string

type Row120 struct {
	Kind Kind120
	Next *Row119
}

type Kind121 string

type Row121 struct {
	Kind Kind121
	Next *Row120
}

type Kind122 string

type Row122 struct {
	Kind Kind122
	Next *Row121
}

type Kind123 string

type Row123 struct {
	Kind Kind123
	Next *Row122
}

type Kind124 string

type Row124 struct {
	Kind Kind124
	Next *Row123
}

type Kind125 string

type Row125 struct {
	Kind Kind125
	Next *Row124
}

type Kind126 string

type Row126 struct {
	Kind Kind126
	Next *Row125
}

type Kind127 string

type Row127 struct {
	Kind Kind127
	Next *Row126
}

type Kind128 string

type Row128 struct {
	Kind Kind128
	Next *Row127
}

type Kind129 string

type Row129 struct {
	Kind Kind129
	Next *Row128
}

type Kind130 string

type Row130 struct {
	Kind Kind130
	Next *Row129
}

type Kind131 string

type Row131 struct {
	Kind Kind131
	Next *Row130
}

type Kind132 string

type Row132 struct {
	Kind Kind132
	Next *Row131
}

type Kind133 string

type Row133 struct {
	Kind Kind133
	Next *Row132
}

type Kind134 string

type Row134 struct {
	Kind Kind134
	Next *Row133
}

type Kind135 string

type Row135 struct {
	Kind Kind135
	Next *Row134
}

type Kind136 string

type Row136 struct {
	Kind Kind136
	Next *Row135
}

type Kind137 string

type Row137 struct {
	Kind Kind137
	Next *Row136
}

type Kind138 string

type Row138 struct {
	Kind Kind138
	Next *Row137
}

type Kind139 string

type Row139 struct {
	Kind Kind139
	Next *Row138
}
