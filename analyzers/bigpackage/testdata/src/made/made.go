// File generated from an OpenAPI spec.

package made

type Made0 struct{ n int }

func (x *Made0) Step() {}

type Made1 struct{ last *Made0 }

func (x *Made1) Step() {}

type Made2 struct{ last *Made1 }

func (x *Made2) Step() {}

type Made3 struct{ last *Made2 }

func (x *Made3) Step() {}

type Made4 struct{ last *Made3 }

func (x *Made4) Step() {}

type Made5 struct{ last *Made4 }

func (x *Made5) Step() {}

type Made6 struct{ last *Made5 }

func (x *Made6) Step() {}

type Made7 struct{ last *Made6 }

func (x *Made7) Step() {}

type Made8 struct{ last *Made7 }

func (x *Made8) Step() {}

type Made9 struct{ last *Made8 }

func (x *Made9) Step() {}

type Made10 struct{ last *Made9 }

func (x *Made10) Step() {}

type Made11 struct{ last *Made10 }

func (x *Made11) Step() {}

type Made12 struct{ last *Made11 }

func (x *Made12) Step() {}

type Made13 struct{ last *Made12 }

func (x *Made13) Step() {}

type Made14 struct{ last *Made13 }

func (x *Made14) Step() {}

type Made15 struct{ last *Made14 }

func (x *Made15) Step() {}

type Made16 struct{ last *Made15 }

func (x *Made16) Step() {}

type Made17 struct{ last *Made16 }

func (x *Made17) Step() {}

type Made18 struct{ last *Made17 }

func (x *Made18) Step() {}

type Made19 struct{ last *Made18 }

func (x *Made19) Step() {}

type Made20 struct{ last *Made19 }

func (x *Made20) Step() {}

type Made21 struct{ last *Made20 }

func (x *Made21) Step() {}

type Made22 struct{ last *Made21 }

func (x *Made22) Step() {}

type Made23 struct{ last *Made22 }

func (x *Made23) Step() {}

type Made24 struct{ last *Made23 }

func (x *Made24) Step() {}

type Made25 struct{ last *Made24 }

func (x *Made25) Step() {}

type Made26 struct{ last *Made25 }

func (x *Made26) Step() {}

type Made27 struct{ last *Made26 }

func (x *Made27) Step() {}

type Made28 struct{ last *Made27 }

func (x *Made28) Step() {}

type Made29 struct{ last *Made28 }

func (x *Made29) Step() {}

type Made30 struct{ last *Made29 }

func (x *Made30) Step() {}

type Made31 struct{ last *Made30 }

func (x *Made31) Step() {}

type Made32 struct{ last *Made31 }

func (x *Made32) Step() {}

type Made33 struct{ last *Made32 }

func (x *Made33) Step() {}

type Made34 struct{ last *Made33 }

func (x *Made34) Step() {}

type Made35 struct{ last *Made34 }

func (x *Made35) Step() {}

type Made36 struct{ last *Made35 }

func (x *Made36) Step() {}

type Made37 struct{ last *Made36 }

func (x *Made37) Step() {}

type Made38 struct{ last *Made37 }

func (x *Made38) Step() {}

type Made39 struct{ last *Made38 }

func (x *Made39) Step() {}

type Made40 struct{ last *Made39 }

func (x *Made40) Step() {}

type Made41 struct{ last *Made40 }

func (x *Made41) Step() {}

type Made42 struct{ last *Made41 }

func (x *Made42) Step() {}

type Made43 struct{ last *Made42 }

func (x *Made43) Step() {}

type Made44 struct{ last *Made43 }

func (x *Made44) Step() {}

type Made45 struct{ last *Made44 }

func (x *Made45) Step() {}

type Made46 struct{ last *Made45 }

func (x *Made46) Step() {}

type Made47 struct{ last *Made46 }

func (x *Made47) Step() {}

type Made48 struct{ last *Made47 }

func (x *Made48) Step() {}

type Made49 struct{ last *Made48 }

func (x *Made49) Step() {}

type Made50 struct{ last *Made49 }

func (x *Made50) Step() {}

type Made51 struct{ last *Made50 }

func (x *Made51) Step() {}

type Made52 struct{ last *Made51 }

func (x *Made52) Step() {}

type Made53 struct{ last *Made52 }

func (x *Made53) Step() {}

type Made54 struct{ last *Made53 }

func (x *Made54) Step() {}

type Made55 struct{ last *Made54 }

func (x *Made55) Step() {}

type Made56 struct{ last *Made55 }

func (x *Made56) Step() {}

type Made57 struct{ last *Made56 }

func (x *Made57) Step() {}

type Made58 struct{ last *Made57 }

func (x *Made58) Step() {}

type Made59 struct{ last *Made58 }

func (x *Made59) Step() {}

type Made60 struct{ last *Made59 }

func (x *Made60) Step() {}

type Made61 struct{ last *Made60 }

func (x *Made61) Step() {}

type Made62 struct{ last *Made61 }

func (x *Made62) Step() {}

type Made63 struct{ last *Made62 }

func (x *Made63) Step() {}

type Made64 struct{ last *Made63 }

func (x *Made64) Step() {}

type Made65 struct{ last *Made64 }

func (x *Made65) Step() {}

type Made66 struct{ last *Made65 }

func (x *Made66) Step() {}

type Made67 struct{ last *Made66 }

func (x *Made67) Step() {}

type Made68 struct{ last *Made67 }

func (x *Made68) Step() {}

type Made69 struct{ last *Made68 }

func (x *Made69) Step() {}

type Made70 struct{ last *Made69 }

func (x *Made70) Step() {}

type Made71 struct{ last *Made70 }

func (x *Made71) Step() {}

type Made72 struct{ last *Made71 }

func (x *Made72) Step() {}

type Made73 struct{ last *Made72 }

func (x *Made73) Step() {}

type Made74 struct{ last *Made73 }

func (x *Made74) Step() {}

type Made75 struct{ last *Made74 }

func (x *Made75) Step() {}

type Made76 struct{ last *Made75 }

func (x *Made76) Step() {}

type Made77 struct{ last *Made76 }

func (x *Made77) Step() {}

type Made78 struct{ last *Made77 }

func (x *Made78) Step() {}

type Made79 struct{ last *Made78 }

func (x *Made79) Step() {}

type Made80 struct{ last *Made79 }

func (x *Made80) Step() {}

type Made81 struct{ last *Made80 }

func (x *Made81) Step() {}

type Made82 struct{ last *Made81 }

func (x *Made82) Step() {}

type Made83 struct{ last *Made82 }

func (x *Made83) Step() {}

type Made84 struct{ last *Made83 }

func (x *Made84) Step() {}

type Made85 struct{ last *Made84 }

func (x *Made85) Step() {}

type Made86 struct{ last *Made85 }

func (x *Made86) Step() {}

type Made87 struct{ last *Made86 }

func (x *Made87) Step() {}

type Made88 struct{ last *Made87 }

func (x *Made88) Step() {}

type Made89 struct{ last *Made88 }

func (x *Made89) Step() {}

type Made90 struct{ last *Made89 }

func (x *Made90) Step() {}

type Made91 struct{ last *Made90 }

func (x *Made91) Step() {}

type Made92 struct{ last *Made91 }

func (x *Made92) Step() {}

type Made93 struct{ last *Made92 }

func (x *Made93) Step() {}

type Made94 struct{ last *Made93 }

func (x *Made94) Step() {}

type Made95 struct{ last *Made94 }

func (x *Made95) Step() {}

type Made96 struct{ last *Made95 }

func (x *Made96) Step() {}

type Made97 struct{ last *Made96 }

func (x *Made97) Step() {}

type Made98 struct{ last *Made97 }

func (x *Made98) Step() {}

type Made99 struct{ last *Made98 }

func (x *Made99) Step() {}

type Made100 struct{ last *Made99 }

func (x *Made100) Step() {}

type Made101 struct{ last *Made100 }

func (x *Made101) Step() {}

type Made102 struct{ last *Made101 }

func (x *Made102) Step() {}

type Made103 struct{ last *Made102 }

func (x *Made103) Step() {}

type Made104 struct{ last *Made103 }

func (x *Made104) Step() {}

type Made105 struct{ last *Made104 }

func (x *Made105) Step() {}

type Made106 struct{ last *Made105 }

func (x *Made106) Step() {}

type Made107 struct{ last *Made106 }

func (x *Made107) Step() {}

type Made108 struct{ last *Made107 }

func (x *Made108) Step() {}

type Made109 struct{ last *Made108 }

func (x *Made109) Step() {}

type Made110 struct{ last *Made109 }

func (x *Made110) Step() {}

type Made111 struct{ last *Made110 }

func (x *Made111) Step() {}

type Made112 struct{ last *Made111 }

func (x *Made112) Step() {}

type Made113 struct{ last *Made112 }

func (x *Made113) Step() {}

type Made114 struct{ last *Made113 }

func (x *Made114) Step() {}

type Made115 struct{ last *Made114 }

func (x *Made115) Step() {}

type Made116 struct{ last *Made115 }

func (x *Made116) Step() {}

type Made117 struct{ last *Made116 }

func (x *Made117) Step() {}

type Made118 struct{ last *Made117 }

func (x *Made118) Step() {}

type Made119 struct{ last *Made118 }

func (x *Made119) Step() {}

type Made120 struct{ last *Made119 }

func (x *Made120) Step() {}

type Made121 struct{ last *Made120 }

func (x *Made121) Step() {}

type Made122 struct{ last *Made121 }

func (x *Made122) Step() {}

type Made123 struct{ last *Made122 }

func (x *Made123) Step() {}

type Made124 struct{ last *Made123 }

func (x *Made124) Step() {}

type Made125 struct{ last *Made124 }

func (x *Made125) Step() {}

type Made126 struct{ last *Made125 }

func (x *Made126) Step() {}

type Made127 struct{ last *Made126 }

func (x *Made127) Step() {}

type Made128 struct{ last *Made127 }

func (x *Made128) Step() {}

type Made129 struct{ last *Made128 }

func (x *Made129) Step() {}

type Made130 struct{ last *Made129 }

func (x *Made130) Step() {}

type Made131 struct{ last *Made130 }

func (x *Made131) Step() {}

type Made132 struct{ last *Made131 }

func (x *Made132) Step() {}

type Made133 struct{ last *Made132 }

func (x *Made133) Step() {}

type Made134 struct{ last *Made133 }

func (x *Made134) Step() {}

type Made135 struct{ last *Made134 }

func (x *Made135) Step() {}

type Made136 struct{ last *Made135 }

func (x *Made136) Step() {}

type Made137 struct{ last *Made136 }

func (x *Made137) Step() {}

type Made138 struct{ last *Made137 }

func (x *Made138) Step() {}

type Made139 struct{ last *Made138 }

func (x *Made139) Step() {}

type Made140 struct{ last *Made139 }

func (x *Made140) Step() {}

type Made141 struct{ last *Made140 }

func (x *Made141) Step() {}

type Made142 struct{ last *Made141 }

func (x *Made142) Step() {}

type Made143 struct{ last *Made142 }

func (x *Made143) Step() {}

type Made144 struct{ last *Made143 }

func (x *Made144) Step() {}

type Made145 struct{ last *Made144 }

func (x *Made145) Step() {}

type Made146 struct{ last *Made145 }

func (x *Made146) Step() {}

type Made147 struct{ last *Made146 }

func (x *Made147) Step() {}

type Made148 struct{ last *Made147 }

func (x *Made148) Step() {}

type Made149 struct{ last *Made148 }

func (x *Made149) Step() {}

type Made150 struct{ last *Made149 }

func (x *Made150) Step() {}

type Made151 struct{ last *Made150 }

func (x *Made151) Step() {}

type Made152 struct{ last *Made151 }

func (x *Made152) Step() {}

type Made153 struct{ last *Made152 }

func (x *Made153) Step() {}

type Made154 struct{ last *Made153 }

func (x *Made154) Step() {}

type Made155 struct{ last *Made154 }

func (x *Made155) Step() {}

type Made156 struct{ last *Made155 }

func (x *Made156) Step() {}

type Made157 struct{ last *Made156 }

func (x *Made157) Step() {}

type Made158 struct{ last *Made157 }

func (x *Made158) Step() {}

type Made159 struct{ last *Made158 }

func (x *Made159) Step() {}

type Made160 struct{ last *Made159 }

func (x *Made160) Step() {}

type Made161 struct{ last *Made160 }

func (x *Made161) Step() {}

type Made162 struct{ last *Made161 }

func (x *Made162) Step() {}

type Made163 struct{ last *Made162 }

func (x *Made163) Step() {}

type Made164 struct{ last *Made163 }

func (x *Made164) Step() {}

type Made165 struct{ last *Made164 }

func (x *Made165) Step() {}

type Made166 struct{ last *Made165 }

func (x *Made166) Step() {}

type Made167 struct{ last *Made166 }

func (x *Made167) Step() {}

type Made168 struct{ last *Made167 }

func (x *Made168) Step() {}

type Made169 struct{ last *Made168 }

func (x *Made169) Step() {}

type Made170 struct{ last *Made169 }

func (x *Made170) Step() {}

type Made171 struct{ last *Made170 }

func (x *Made171) Step() {}

type Made172 struct{ last *Made171 }

func (x *Made172) Step() {}

type Made173 struct{ last *Made172 }

func (x *Made173) Step() {}

type Made174 struct{ last *Made173 }

func (x *Made174) Step() {}

type Made175 struct{ last *Made174 }

func (x *Made175) Step() {}

type Made176 struct{ last *Made175 }

func (x *Made176) Step() {}

type Made177 struct{ last *Made176 }

func (x *Made177) Step() {}

type Made178 struct{ last *Made177 }

func (x *Made178) Step() {}

type Made179 struct{ last *Made178 }

func (x *Made179) Step() {}

type Made180 struct{ last *Made179 }

func (x *Made180) Step() {}

type Made181 struct{ last *Made180 }

func (x *Made181) Step() {}

type Made182 struct{ last *Made181 }

func (x *Made182) Step() {}

type Made183 struct{ last *Made182 }

func (x *Made183) Step() {}

type Made184 struct{ last *Made183 }

func (x *Made184) Step() {}

type Made185 struct{ last *Made184 }

func (x *Made185) Step() {}

type Made186 struct{ last *Made185 }

func (x *Made186) Step() {}

type Made187 struct{ last *Made186 }

func (x *Made187) Step() {}

type Made188 struct{ last *Made187 }

func (x *Made188) Step() {}

type Made189 struct{ last *Made188 }

func (x *Made189) Step() {}

type Made190 struct{ last *Made189 }

func (x *Made190) Step() {}

type Made191 struct{ last *Made190 }

func (x *Made191) Step() {}

type Made192 struct{ last *Made191 }

func (x *Made192) Step() {}

type Made193 struct{ last *Made192 }

func (x *Made193) Step() {}

type Made194 struct{ last *Made193 }

func (x *Made194) Step() {}

type Made195 struct{ last *Made194 }

func (x *Made195) Step() {}

type Made196 struct{ last *Made195 }

func (x *Made196) Step() {}

type Made197 struct{ last *Made196 }

func (x *Made197) Step() {}

type Made198 struct{ last *Made197 }

func (x *Made198) Step() {}

type Made199 struct{ last *Made198 }

func (x *Made199) Step() {}

type Made200 struct{ last *Made199 }

func (x *Made200) Step() {}

type Made201 struct{ last *Made200 }

func (x *Made201) Step() {}

type Made202 struct{ last *Made201 }

func (x *Made202) Step() {}

type Made203 struct{ last *Made202 }

func (x *Made203) Step() {}

type Made204 struct{ last *Made203 }

func (x *Made204) Step() {}

type Made205 struct{ last *Made204 }

func (x *Made205) Step() {}

type Made206 struct{ last *Made205 }

func (x *Made206) Step() {}

type Made207 struct{ last *Made206 }

func (x *Made207) Step() {}

type Made208 struct{ last *Made207 }

func (x *Made208) Step() {}

type Made209 struct{ last *Made208 }

func (x *Made209) Step() {}

type Made210 struct{ last *Made209 }

func (x *Made210) Step() {}

type Made211 struct{ last *Made210 }

func (x *Made211) Step() {}

type Made212 struct{ last *Made211 }

func (x *Made212) Step() {}

type Made213 struct{ last *Made212 }

func (x *Made213) Step() {}

type Made214 struct{ last *Made213 }

func (x *Made214) Step() {}

type Made215 struct{ last *Made214 }

func (x *Made215) Step() {}

type Made216 struct{ last *Made215 }

func (x *Made216) Step() {}

type Made217 struct{ last *Made216 }

func (x *Made217) Step() {}

type Made218 struct{ last *Made217 }

func (x *Made218) Step() {}

type Made219 struct{ last *Made218 }

func (x *Made219) Step() {}

type Made220 struct{ last *Made219 }

func (x *Made220) Step() {}

type Made221 struct{ last *Made220 }

func (x *Made221) Step() {}

type Made222 struct{ last *Made221 }

func (x *Made222) Step() {}

type Made223 struct{ last *Made222 }

func (x *Made223) Step() {}

type Made224 struct{ last *Made223 }

func (x *Made224) Step() {}

type Made225 struct{ last *Made224 }

func (x *Made225) Step() {}

type Made226 struct{ last *Made225 }

func (x *Made226) Step() {}

type Made227 struct{ last *Made226 }

func (x *Made227) Step() {}

type Made228 struct{ last *Made227 }

func (x *Made228) Step() {}

type Made229 struct{ last *Made228 }

func (x *Made229) Step() {}

type Made230 struct{ last *Made229 }

func (x *Made230) Step() {}

type Made231 struct{ last *Made230 }

func (x *Made231) Step() {}

type Made232 struct{ last *Made231 }

func (x *Made232) Step() {}

type Made233 struct{ last *Made232 }

func (x *Made233) Step() {}

type Made234 struct{ last *Made233 }

func (x *Made234) Step() {}

type Made235 struct{ last *Made234 }

func (x *Made235) Step() {}

type Made236 struct{ last *Made235 }

func (x *Made236) Step() {}

type Made237 struct{ last *Made236 }

func (x *Made237) Step() {}

type Made238 struct{ last *Made237 }

func (x *Made238) Step() {}

type Made239 struct{ last *Made238 }

func (x *Made239) Step() {}

type Made240 struct{ last *Made239 }

func (x *Made240) Step() {}

type Made241 struct{ last *Made240 }

func (x *Made241) Step() {}

type Made242 struct{ last *Made241 }

func (x *Made242) Step() {}

type Made243 struct{ last *Made242 }

func (x *Made243) Step() {}

type Made244 struct{ last *Made243 }

func (x *Made244) Step() {}

type Made245 struct{ last *Made244 }

func (x *Made245) Step() {}

type Made246 struct{ last *Made245 }

func (x *Made246) Step() {}

type Made247 struct{ last *Made246 }

func (x *Made247) Step() {}

type Made248 struct{ last *Made247 }

func (x *Made248) Step() {}

type Made249 struct{ last *Made248 }

func (x *Made249) Step() {}

type Made250 struct{ last *Made249 }

func (x *Made250) Step() {}

type Made251 struct{ last *Made250 }

func (x *Made251) Step() {}

type Made252 struct{ last *Made251 }

func (x *Made252) Step() {}

type Made253 struct{ last *Made252 }

func (x *Made253) Step() {}

type Made254 struct{ last *Made253 }

func (x *Made254) Step() {}

type Made255 struct{ last *Made254 }

func (x *Made255) Step() {}

type Made256 struct{ last *Made255 }

func (x *Made256) Step() {}

type Made257 struct{ last *Made256 }

func (x *Made257) Step() {}

type Made258 struct{ last *Made257 }

func (x *Made258) Step() {}

type Made259 struct{ last *Made258 }

func (x *Made259) Step() {}

type Made260 struct{ last *Made259 }

func (x *Made260) Step() {}

type Made261 struct{ last *Made260 }

func (x *Made261) Step() {}

type Made262 struct{ last *Made261 }

func (x *Made262) Step() {}

type Made263 struct{ last *Made262 }

func (x *Made263) Step() {}

type Made264 struct{ last *Made263 }

func (x *Made264) Step() {}

type Made265 struct{ last *Made264 }

func (x *Made265) Step() {}

type Made266 struct{ last *Made265 }

func (x *Made266) Step() {}

type Made267 struct{ last *Made266 }

func (x *Made267) Step() {}

type Made268 struct{ last *Made267 }

func (x *Made268) Step() {}

type Made269 struct{ last *Made268 }

func (x *Made269) Step() {}

type Made270 struct{ last *Made269 }

func (x *Made270) Step() {}

type Made271 struct{ last *Made270 }

func (x *Made271) Step() {}

type Made272 struct{ last *Made271 }

func (x *Made272) Step() {}

type Made273 struct{ last *Made272 }

func (x *Made273) Step() {}

type Made274 struct{ last *Made273 }

func (x *Made274) Step() {}

type Made275 struct{ last *Made274 }

func (x *Made275) Step() {}

type Made276 struct{ last *Made275 }

func (x *Made276) Step() {}

type Made277 struct{ last *Made276 }

func (x *Made277) Step() {}

type Made278 struct{ last *Made277 }

func (x *Made278) Step() {}

type Made279 struct{ last *Made278 }

func (x *Made279) Step() {}

type Made280 struct{ last *Made279 }

func (x *Made280) Step() {}

type Made281 struct{ last *Made280 }

func (x *Made281) Step() {}

type Made282 struct{ last *Made281 }

func (x *Made282) Step() {}

type Made283 struct{ last *Made282 }

func (x *Made283) Step() {}

type Made284 struct{ last *Made283 }

func (x *Made284) Step() {}

type Made285 struct{ last *Made284 }

func (x *Made285) Step() {}

type Made286 struct{ last *Made285 }

func (x *Made286) Step() {}

type Made287 struct{ last *Made286 }

func (x *Made287) Step() {}

type Made288 struct{ last *Made287 }

func (x *Made288) Step() {}

type Made289 struct{ last *Made288 }

func (x *Made289) Step() {}

type Made290 struct{ last *Made289 }

func (x *Made290) Step() {}

type Made291 struct{ last *Made290 }

func (x *Made291) Step() {}

type Made292 struct{ last *Made291 }

func (x *Made292) Step() {}

type Made293 struct{ last *Made292 }

func (x *Made293) Step() {}

type Made294 struct{ last *Made293 }

func (x *Made294) Step() {}

type Made295 struct{ last *Made294 }

func (x *Made295) Step() {}

type Made296 struct{ last *Made295 }

func (x *Made296) Step() {}

type Made297 struct{ last *Made296 }

func (x *Made297) Step() {}

type Made298 struct{ last *Made297 }

func (x *Made298) Step() {}

type Made299 struct{ last *Made298 }

func (x *Made299) Step() {}
