package huge // want `package huge exports 251 types and functions, more than 250; unexport`

type Thing0 struct{ n int }

func (x *Thing0) Step() {}

type Thing1 struct{ last *Thing0 }

func (x *Thing1) Step() {}

type Thing2 struct{ last *Thing1 }

func (x *Thing2) Step() {}

type Thing3 struct{ last *Thing2 }

func (x *Thing3) Step() {}

type Thing4 struct{ last *Thing3 }

func (x *Thing4) Step() {}

type Thing5 struct{ last *Thing4 }

func (x *Thing5) Step() {}

type Thing6 struct{ last *Thing5 }

func (x *Thing6) Step() {}

type Thing7 struct{ last *Thing6 }

func (x *Thing7) Step() {}

type Thing8 struct{ last *Thing7 }

func (x *Thing8) Step() {}

type Thing9 struct{ last *Thing8 }

func (x *Thing9) Step() {}

type Thing10 struct{ last *Thing9 }

func (x *Thing10) Step() {}

type Thing11 struct{ last *Thing10 }

func (x *Thing11) Step() {}

type Thing12 struct{ last *Thing11 }

func (x *Thing12) Step() {}

type Thing13 struct{ last *Thing12 }

func (x *Thing13) Step() {}

type Thing14 struct{ last *Thing13 }

func (x *Thing14) Step() {}

type Thing15 struct{ last *Thing14 }

func (x *Thing15) Step() {}

type Thing16 struct{ last *Thing15 }

func (x *Thing16) Step() {}

type Thing17 struct{ last *Thing16 }

func (x *Thing17) Step() {}

type Thing18 struct{ last *Thing17 }

func (x *Thing18) Step() {}

type Thing19 struct{ last *Thing18 }

func (x *Thing19) Step() {}

type Thing20 struct{ last *Thing19 }

func (x *Thing20) Step() {}

type Thing21 struct{ last *Thing20 }

func (x *Thing21) Step() {}

type Thing22 struct{ last *Thing21 }

func (x *Thing22) Step() {}

type Thing23 struct{ last *Thing22 }

func (x *Thing23) Step() {}

type Thing24 struct{ last *Thing23 }

func (x *Thing24) Step() {}

type Thing25 struct{ last *Thing24 }

func (x *Thing25) Step() {}

type Thing26 struct{ last *Thing25 }

func (x *Thing26) Step() {}

type Thing27 struct{ last *Thing26 }

func (x *Thing27) Step() {}

type Thing28 struct{ last *Thing27 }

func (x *Thing28) Step() {}

type Thing29 struct{ last *Thing28 }

func (x *Thing29) Step() {}

type Thing30 struct{ last *Thing29 }

func (x *Thing30) Step() {}

type Thing31 struct{ last *Thing30 }

func (x *Thing31) Step() {}

type Thing32 struct{ last *Thing31 }

func (x *Thing32) Step() {}

type Thing33 struct{ last *Thing32 }

func (x *Thing33) Step() {}

type Thing34 struct{ last *Thing33 }

func (x *Thing34) Step() {}

type Thing35 struct{ last *Thing34 }

func (x *Thing35) Step() {}

type Thing36 struct{ last *Thing35 }

func (x *Thing36) Step() {}

type Thing37 struct{ last *Thing36 }

func (x *Thing37) Step() {}

type Thing38 struct{ last *Thing37 }

func (x *Thing38) Step() {}

type Thing39 struct{ last *Thing38 }

func (x *Thing39) Step() {}

type Thing40 struct{ last *Thing39 }

func (x *Thing40) Step() {}

type Thing41 struct{ last *Thing40 }

func (x *Thing41) Step() {}

type Thing42 struct{ last *Thing41 }

func (x *Thing42) Step() {}

type Thing43 struct{ last *Thing42 }

func (x *Thing43) Step() {}

type Thing44 struct{ last *Thing43 }

func (x *Thing44) Step() {}

type Thing45 struct{ last *Thing44 }

func (x *Thing45) Step() {}

type Thing46 struct{ last *Thing45 }

func (x *Thing46) Step() {}

type Thing47 struct{ last *Thing46 }

func (x *Thing47) Step() {}

type Thing48 struct{ last *Thing47 }

func (x *Thing48) Step() {}

type Thing49 struct{ last *Thing48 }

func (x *Thing49) Step() {}

type Thing50 struct{ last *Thing49 }

func (x *Thing50) Step() {}

type Thing51 struct{ last *Thing50 }

func (x *Thing51) Step() {}

type Thing52 struct{ last *Thing51 }

func (x *Thing52) Step() {}

type Thing53 struct{ last *Thing52 }

func (x *Thing53) Step() {}

type Thing54 struct{ last *Thing53 }

func (x *Thing54) Step() {}

type Thing55 struct{ last *Thing54 }

func (x *Thing55) Step() {}

type Thing56 struct{ last *Thing55 }

func (x *Thing56) Step() {}

type Thing57 struct{ last *Thing56 }

func (x *Thing57) Step() {}

type Thing58 struct{ last *Thing57 }

func (x *Thing58) Step() {}

type Thing59 struct{ last *Thing58 }

func (x *Thing59) Step() {}

type Thing60 struct{ last *Thing59 }

func (x *Thing60) Step() {}

type Thing61 struct{ last *Thing60 }

func (x *Thing61) Step() {}

type Thing62 struct{ last *Thing61 }

func (x *Thing62) Step() {}

type Thing63 struct{ last *Thing62 }

func (x *Thing63) Step() {}

type Thing64 struct{ last *Thing63 }

func (x *Thing64) Step() {}

type Thing65 struct{ last *Thing64 }

func (x *Thing65) Step() {}

type Thing66 struct{ last *Thing65 }

func (x *Thing66) Step() {}

type Thing67 struct{ last *Thing66 }

func (x *Thing67) Step() {}

type Thing68 struct{ last *Thing67 }

func (x *Thing68) Step() {}

type Thing69 struct{ last *Thing68 }

func (x *Thing69) Step() {}

type Thing70 struct{ last *Thing69 }

func (x *Thing70) Step() {}

type Thing71 struct{ last *Thing70 }

func (x *Thing71) Step() {}

type Thing72 struct{ last *Thing71 }

func (x *Thing72) Step() {}

type Thing73 struct{ last *Thing72 }

func (x *Thing73) Step() {}

type Thing74 struct{ last *Thing73 }

func (x *Thing74) Step() {}

type Thing75 struct{ last *Thing74 }

func (x *Thing75) Step() {}

type Thing76 struct{ last *Thing75 }

func (x *Thing76) Step() {}

type Thing77 struct{ last *Thing76 }

func (x *Thing77) Step() {}

type Thing78 struct{ last *Thing77 }

func (x *Thing78) Step() {}

type Thing79 struct{ last *Thing78 }

func (x *Thing79) Step() {}

type Thing80 struct{ last *Thing79 }

func (x *Thing80) Step() {}

type Thing81 struct{ last *Thing80 }

func (x *Thing81) Step() {}

type Thing82 struct{ last *Thing81 }

func (x *Thing82) Step() {}

type Thing83 struct{ last *Thing82 }

func (x *Thing83) Step() {}

type Thing84 struct{ last *Thing83 }

func (x *Thing84) Step() {}

type Thing85 struct{ last *Thing84 }

func (x *Thing85) Step() {}

type Thing86 struct{ last *Thing85 }

func (x *Thing86) Step() {}

type Thing87 struct{ last *Thing86 }

func (x *Thing87) Step() {}

type Thing88 struct{ last *Thing87 }

func (x *Thing88) Step() {}

type Thing89 struct{ last *Thing88 }

func (x *Thing89) Step() {}

type Thing90 struct{ last *Thing89 }

func (x *Thing90) Step() {}

type Thing91 struct{ last *Thing90 }

func (x *Thing91) Step() {}

type Thing92 struct{ last *Thing91 }

func (x *Thing92) Step() {}

type Thing93 struct{ last *Thing92 }

func (x *Thing93) Step() {}

type Thing94 struct{ last *Thing93 }

func (x *Thing94) Step() {}

type Thing95 struct{ last *Thing94 }

func (x *Thing95) Step() {}

type Thing96 struct{ last *Thing95 }

func (x *Thing96) Step() {}

type Thing97 struct{ last *Thing96 }

func (x *Thing97) Step() {}

type Thing98 struct{ last *Thing97 }

func (x *Thing98) Step() {}

type Thing99 struct{ last *Thing98 }

func (x *Thing99) Step() {}

type Thing100 struct{ last *Thing99 }

func (x *Thing100) Step() {}

type Thing101 struct{ last *Thing100 }

func (x *Thing101) Step() {}

type Thing102 struct{ last *Thing101 }

func (x *Thing102) Step() {}

type Thing103 struct{ last *Thing102 }

func (x *Thing103) Step() {}

type Thing104 struct{ last *Thing103 }

func (x *Thing104) Step() {}

type Thing105 struct{ last *Thing104 }

func (x *Thing105) Step() {}

type Thing106 struct{ last *Thing105 }

func (x *Thing106) Step() {}

type Thing107 struct{ last *Thing106 }

func (x *Thing107) Step() {}

type Thing108 struct{ last *Thing107 }

func (x *Thing108) Step() {}

type Thing109 struct{ last *Thing108 }

func (x *Thing109) Step() {}

type Thing110 struct{ last *Thing109 }

func (x *Thing110) Step() {}

type Thing111 struct{ last *Thing110 }

func (x *Thing111) Step() {}

type Thing112 struct{ last *Thing111 }

func (x *Thing112) Step() {}

type Thing113 struct{ last *Thing112 }

func (x *Thing113) Step() {}

type Thing114 struct{ last *Thing113 }

func (x *Thing114) Step() {}

type Thing115 struct{ last *Thing114 }

func (x *Thing115) Step() {}

type Thing116 struct{ last *Thing115 }

func (x *Thing116) Step() {}

type Thing117 struct{ last *Thing116 }

func (x *Thing117) Step() {}

type Thing118 struct{ last *Thing117 }

func (x *Thing118) Step() {}

type Thing119 struct{ last *Thing118 }

func (x *Thing119) Step() {}

type Thing120 struct{ last *Thing119 }

func (x *Thing120) Step() {}

type Thing121 struct{ last *Thing120 }

func (x *Thing121) Step() {}

type Thing122 struct{ last *Thing121 }

func (x *Thing122) Step() {}

type Thing123 struct{ last *Thing122 }

func (x *Thing123) Step() {}

type Thing124 struct{ last *Thing123 }

func (x *Thing124) Step() {}

type Thing125 struct{ last *Thing124 }

func (x *Thing125) Step() {}

type Thing126 struct{ last *Thing125 }

func (x *Thing126) Step() {}

type Thing127 struct{ last *Thing126 }

func (x *Thing127) Step() {}

type Thing128 struct{ last *Thing127 }

func (x *Thing128) Step() {}

type Thing129 struct{ last *Thing128 }

func (x *Thing129) Step() {}

type Thing130 struct{ last *Thing129 }

func (x *Thing130) Step() {}

type Thing131 struct{ last *Thing130 }

func (x *Thing131) Step() {}

type Thing132 struct{ last *Thing131 }

func (x *Thing132) Step() {}

type Thing133 struct{ last *Thing132 }

func (x *Thing133) Step() {}

type Thing134 struct{ last *Thing133 }

func (x *Thing134) Step() {}

type Thing135 struct{ last *Thing134 }

func (x *Thing135) Step() {}

type Thing136 struct{ last *Thing135 }

func (x *Thing136) Step() {}

type Thing137 struct{ last *Thing136 }

func (x *Thing137) Step() {}

type Thing138 struct{ last *Thing137 }

func (x *Thing138) Step() {}

type Thing139 struct{ last *Thing138 }

func (x *Thing139) Step() {}

type Thing140 struct{ last *Thing139 }

func (x *Thing140) Step() {}

type Thing141 struct{ last *Thing140 }

func (x *Thing141) Step() {}

type Thing142 struct{ last *Thing141 }

func (x *Thing142) Step() {}

type Thing143 struct{ last *Thing142 }

func (x *Thing143) Step() {}

type Thing144 struct{ last *Thing143 }

func (x *Thing144) Step() {}

type Thing145 struct{ last *Thing144 }

func (x *Thing145) Step() {}

type Thing146 struct{ last *Thing145 }

func (x *Thing146) Step() {}

type Thing147 struct{ last *Thing146 }

func (x *Thing147) Step() {}

type Thing148 struct{ last *Thing147 }

func (x *Thing148) Step() {}

type Thing149 struct{ last *Thing148 }

func (x *Thing149) Step() {}

type Thing150 struct{ last *Thing149 }

func (x *Thing150) Step() {}

type Thing151 struct{ last *Thing150 }

func (x *Thing151) Step() {}

type Thing152 struct{ last *Thing151 }

func (x *Thing152) Step() {}

type Thing153 struct{ last *Thing152 }

func (x *Thing153) Step() {}

type Thing154 struct{ last *Thing153 }

func (x *Thing154) Step() {}

type Thing155 struct{ last *Thing154 }

func (x *Thing155) Step() {}

type Thing156 struct{ last *Thing155 }

func (x *Thing156) Step() {}

type Thing157 struct{ last *Thing156 }

func (x *Thing157) Step() {}

type Thing158 struct{ last *Thing157 }

func (x *Thing158) Step() {}

type Thing159 struct{ last *Thing158 }

func (x *Thing159) Step() {}

type Thing160 struct{ last *Thing159 }

func (x *Thing160) Step() {}

type Thing161 struct{ last *Thing160 }

func (x *Thing161) Step() {}

type Thing162 struct{ last *Thing161 }

func (x *Thing162) Step() {}

type Thing163 struct{ last *Thing162 }

func (x *Thing163) Step() {}

type Thing164 struct{ last *Thing163 }

func (x *Thing164) Step() {}

type Thing165 struct{ last *Thing164 }

func (x *Thing165) Step() {}

type Thing166 struct{ last *Thing165 }

func (x *Thing166) Step() {}

type Thing167 struct{ last *Thing166 }

func (x *Thing167) Step() {}

type Thing168 struct{ last *Thing167 }

func (x *Thing168) Step() {}

type Thing169 struct{ last *Thing168 }

func (x *Thing169) Step() {}

type Thing170 struct{ last *Thing169 }

func (x *Thing170) Step() {}

type Thing171 struct{ last *Thing170 }

func (x *Thing171) Step() {}

type Thing172 struct{ last *Thing171 }

func (x *Thing172) Step() {}

type Thing173 struct{ last *Thing172 }

func (x *Thing173) Step() {}

type Thing174 struct{ last *Thing173 }

func (x *Thing174) Step() {}

type Thing175 struct{ last *Thing174 }

func (x *Thing175) Step() {}

type Thing176 struct{ last *Thing175 }

func (x *Thing176) Step() {}

type Thing177 struct{ last *Thing176 }

func (x *Thing177) Step() {}

type Thing178 struct{ last *Thing177 }

func (x *Thing178) Step() {}

type Thing179 struct{ last *Thing178 }

func (x *Thing179) Step() {}

type Thing180 struct{ last *Thing179 }

func (x *Thing180) Step() {}

type Thing181 struct{ last *Thing180 }

func (x *Thing181) Step() {}

type Thing182 struct{ last *Thing181 }

func (x *Thing182) Step() {}

type Thing183 struct{ last *Thing182 }

func (x *Thing183) Step() {}

type Thing184 struct{ last *Thing183 }

func (x *Thing184) Step() {}

type Thing185 struct{ last *Thing184 }

func (x *Thing185) Step() {}

type Thing186 struct{ last *Thing185 }

func (x *Thing186) Step() {}

type Thing187 struct{ last *Thing186 }

func (x *Thing187) Step() {}

type Thing188 struct{ last *Thing187 }

func (x *Thing188) Step() {}

type Thing189 struct{ last *Thing188 }

func (x *Thing189) Step() {}

type Thing190 struct{ last *Thing189 }

func (x *Thing190) Step() {}

type Thing191 struct{ last *Thing190 }

func (x *Thing191) Step() {}

type Thing192 struct{ last *Thing191 }

func (x *Thing192) Step() {}

type Thing193 struct{ last *Thing192 }

func (x *Thing193) Step() {}

type Thing194 struct{ last *Thing193 }

func (x *Thing194) Step() {}

type Thing195 struct{ last *Thing194 }

func (x *Thing195) Step() {}

type Thing196 struct{ last *Thing195 }

func (x *Thing196) Step() {}

type Thing197 struct{ last *Thing196 }

func (x *Thing197) Step() {}

type Thing198 struct{ last *Thing197 }

func (x *Thing198) Step() {}

type Thing199 struct{ last *Thing198 }

func (x *Thing199) Step() {}

type Thing200 struct{ last *Thing199 }

func (x *Thing200) Step() {}

type Thing201 struct{ last *Thing200 }

func (x *Thing201) Step() {}

type Thing202 struct{ last *Thing201 }

func (x *Thing202) Step() {}

type Thing203 struct{ last *Thing202 }

func (x *Thing203) Step() {}

type Thing204 struct{ last *Thing203 }

func (x *Thing204) Step() {}

type Thing205 struct{ last *Thing204 }

func (x *Thing205) Step() {}

type Thing206 struct{ last *Thing205 }

func (x *Thing206) Step() {}

type Thing207 struct{ last *Thing206 }

func (x *Thing207) Step() {}

type Thing208 struct{ last *Thing207 }

func (x *Thing208) Step() {}

type Thing209 struct{ last *Thing208 }

func (x *Thing209) Step() {}

type Thing210 struct{ last *Thing209 }

func (x *Thing210) Step() {}

type Thing211 struct{ last *Thing210 }

func (x *Thing211) Step() {}

type Thing212 struct{ last *Thing211 }

func (x *Thing212) Step() {}

type Thing213 struct{ last *Thing212 }

func (x *Thing213) Step() {}

type Thing214 struct{ last *Thing213 }

func (x *Thing214) Step() {}

type Thing215 struct{ last *Thing214 }

func (x *Thing215) Step() {}

type Thing216 struct{ last *Thing215 }

func (x *Thing216) Step() {}

type Thing217 struct{ last *Thing216 }

func (x *Thing217) Step() {}

type Thing218 struct{ last *Thing217 }

func (x *Thing218) Step() {}

type Thing219 struct{ last *Thing218 }

func (x *Thing219) Step() {}

type Thing220 struct{ last *Thing219 }

func (x *Thing220) Step() {}

type Thing221 struct{ last *Thing220 }

func (x *Thing221) Step() {}

type Thing222 struct{ last *Thing221 }

func (x *Thing222) Step() {}

type Thing223 struct{ last *Thing222 }

func (x *Thing223) Step() {}

type Thing224 struct{ last *Thing223 }

func (x *Thing224) Step() {}

type Thing225 struct{ last *Thing224 }

func (x *Thing225) Step() {}

type Thing226 struct{ last *Thing225 }

func (x *Thing226) Step() {}

type Thing227 struct{ last *Thing226 }

func (x *Thing227) Step() {}

type Thing228 struct{ last *Thing227 }

func (x *Thing228) Step() {}

type Thing229 struct{ last *Thing228 }

func (x *Thing229) Step() {}

type Thing230 struct{ last *Thing229 }

func (x *Thing230) Step() {}

type Thing231 struct{ last *Thing230 }

func (x *Thing231) Step() {}

type Thing232 struct{ last *Thing231 }

func (x *Thing232) Step() {}

type Thing233 struct{ last *Thing232 }

func (x *Thing233) Step() {}

type Thing234 struct{ last *Thing233 }

func (x *Thing234) Step() {}

type Thing235 struct{ last *Thing234 }

func (x *Thing235) Step() {}

type Thing236 struct{ last *Thing235 }

func (x *Thing236) Step() {}

type Thing237 struct{ last *Thing236 }

func (x *Thing237) Step() {}

type Thing238 struct{ last *Thing237 }

func (x *Thing238) Step() {}

type Thing239 struct{ last *Thing238 }

func (x *Thing239) Step() {}

type Thing240 struct{ last *Thing239 }

func (x *Thing240) Step() {}

type Thing241 struct{ last *Thing240 }

func (x *Thing241) Step() {}

type Thing242 struct{ last *Thing241 }

func (x *Thing242) Step() {}

type Thing243 struct{ last *Thing242 }

func (x *Thing243) Step() {}

type Thing244 struct{ last *Thing243 }

func (x *Thing244) Step() {}

type Thing245 struct{ last *Thing244 }

func (x *Thing245) Step() {}

type Thing246 struct{ last *Thing245 }

func (x *Thing246) Step() {}

type Thing247 struct{ last *Thing246 }

func (x *Thing247) Step() {}

type Thing248 struct{ last *Thing247 }

func (x *Thing248) Step() {}

type Thing249 struct{ last *Thing248 }

func (x *Thing249) Step() {}

type Thing250 struct{ last *Thing249 }

func (x *Thing250) Step() {}
