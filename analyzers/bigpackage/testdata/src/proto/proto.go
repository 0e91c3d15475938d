package proto

type Message0 struct{ Text string }

type Message1 struct{ Text string }

type Message2 struct{ Text string }

type Message3 struct{ Text string }

type Message4 struct{ Text string }

type Message5 struct{ Text string }

type Message6 struct{ Text string }

type Message7 struct{ Text string }

type Message8 struct{ Text string }

type Message9 struct{ Text string }

type Message10 struct{ Text string }

type Message11 struct{ Text string }

type Message12 struct{ Text string }

type Message13 struct{ Text string }

type Message14 struct{ Text string }

type Message15 struct{ Text string }

type Message16 struct{ Text string }

type Message17 struct{ Text string }

type Message18 struct{ Text string }

type Message19 struct{ Text string }

type Message20 struct{ Text string }

type Message21 struct{ Text string }

type Message22 struct{ Text string }

type Message23 struct{ Text string }

type Message24 struct{ Text string }

type Message25 struct{ Text string }

type Message26 struct{ Text string }

type Message27 struct{ Text string }

type Message28 struct{ Text string }

type Message29 struct{ Text string }

type Message30 struct{ Text string }

type Message31 struct{ Text string }

type Message32 struct{ Text string }

type Message33 struct{ Text string }

type Message34 struct{ Text string }

type Message35 struct{ Text string }

type Message36 struct{ Text string }

type Message37 struct{ Text string }

type Message38 struct{ Text string }

type Message39 struct{ Text string }

type Message40 struct{ Text string }

type Message41 struct{ Text string }

type Message42 struct{ Text string }

type Message43 struct{ Text string }

type Message44 struct{ Text string }

type Message45 struct{ Text string }

type Message46 struct{ Text string }

type Message47 struct{ Text string }

type Message48 struct{ Text string }

type Message49 struct{ Text string }

type Message50 struct{ Text string }

type Message51 struct{ Text string }

type Message52 struct{ Text string }

type Message53 struct{ Text string }

type Message54 struct{ Text string }

type Message55 struct{ Text string }

type Message56 struct{ Text string }

type Message57 struct{ Text string }

type Message58 struct{ Text string }

type Message59 struct{ Text string }

type Message60 struct{ Text string }

type Message61 struct{ Text string }

type Message62 struct{ Text string }

type Message63 struct{ Text string }

type Message64 struct{ Text string }

type Message65 struct{ Text string }

type Message66 struct{ Text string }

type Message67 struct{ Text string }

type Message68 struct{ Text string }

type Message69 struct{ Text string }

type Message70 struct{ Text string }

type Message71 struct{ Text string }

type Message72 struct{ Text string }

type Message73 struct{ Text string }

type Message74 struct{ Text string }

type Message75 struct{ Text string }

type Message76 struct{ Text string }

type Message77 struct{ Text string }

type Message78 struct{ Text string }

type Message79 struct{ Text string }

type Message80 struct{ Text string }

type Message81 struct{ Text string }

type Message82 struct{ Text string }

type Message83 struct{ Text string }

type Message84 struct{ Text string }

type Message85 struct{ Text string }

type Message86 struct{ Text string }

type Message87 struct{ Text string }

type Message88 struct{ Text string }

type Message89 struct{ Text string }

type Message90 struct{ Text string }

type Message91 struct{ Text string }

type Message92 struct{ Text string }

type Message93 struct{ Text string }

type Message94 struct{ Text string }

type Message95 struct{ Text string }

type Message96 struct{ Text string }

type Message97 struct{ Text string }

type Message98 struct{ Text string }

type Message99 struct{ Text string }

type Message100 struct{ Text string }

type Message101 struct{ Text string }

type Message102 struct{ Text string }

type Message103 struct{ Text string }

type Message104 struct{ Text string }

type Message105 struct{ Text string }

type Message106 struct{ Text string }

type Message107 struct{ Text string }

type Message108 struct{ Text string }

type Message109 struct{ Text string }

type Message110 struct{ Text string }

type Message111 struct{ Text string }

type Message112 struct{ Text string }

type Message113 struct{ Text string }

type Message114 struct{ Text string }

type Message115 struct{ Text string }

type Message116 struct{ Text string }

type Message117 struct{ Text string }

type Message118 struct{ Text string }

type Message119 struct{ Text string }

type Message120 struct{ Text string }

type Message121 struct{ Text string }

type Message122 struct{ Text string }

type Message123 struct{ Text string }

type Message124 struct{ Text string }

type Message125 struct{ Text string }

type Message126 struct{ Text string }

type Message127 struct{ Text string }

type Message128 struct{ Text string }

type Message129 struct{ Text string }

type Message130 struct{ Text string }

type Message131 struct{ Text string }

type Message132 struct{ Text string }

type Message133 struct{ Text string }

type Message134 struct{ Text string }

type Message135 struct{ Text string }

type Message136 struct{ Text string }

type Message137 struct{ Text string }

type Message138 struct{ Text string }

type Message139 struct{ Text string }

type Message140 struct{ Text string }

type Message141 struct{ Text string }

type Message142 struct{ Text string }

type Message143 struct{ Text string }

type Message144 struct{ Text string }

type Message145 struct{ Text string }

type Message146 struct{ Text string }

type Message147 struct{ Text string }

type Message148 struct{ Text string }

type Message149 struct{ Text string }

type Message150 struct{ Text string }

type Message151 struct{ Text string }

type Message152 struct{ Text string }

type Message153 struct{ Text string }

type Message154 struct{ Text string }

type Message155 struct{ Text string }

type Message156 struct{ Text string }

type Message157 struct{ Text string }

type Message158 struct{ Text string }

type Message159 struct{ Text string }

type Message160 struct{ Text string }

type Message161 struct{ Text string }

type Message162 struct{ Text string }

type Message163 struct{ Text string }

type Message164 struct{ Text string }

type Message165 struct{ Text string }

type Message166 struct{ Text string }

type Message167 struct{ Text string }

type Message168 struct{ Text string }

type Message169 struct{ Text string }

type Message170 struct{ Text string }

type Message171 struct{ Text string }

type Message172 struct{ Text string }

type Message173 struct{ Text string }

type Message174 struct{ Text string }

type Message175 struct{ Text string }

type Message176 struct{ Text string }

type Message177 struct{ Text string }

type Message178 struct{ Text string }

type Message179 struct{ Text string }

type Message180 struct{ Text string }

type Message181 struct{ Text string }

type Message182 struct{ Text string }

type Message183 struct{ Text string }

type Message184 struct{ Text string }

type Message185 struct{ Text string }

type Message186 struct{ Text string }

type Message187 struct{ Text string }

type Message188 struct{ Text string }

type Message189 struct{ Text string }

type Message190 struct{ Text string }

type Message191 struct{ Text string }

type Message192 struct{ Text string }

type Message193 struct{ Text string }

type Message194 struct{ Text string }

type Message195 struct{ Text string }

type Message196 struct{ Text string }

type Message197 struct{ Text string }

type Message198 struct{ Text string }

type Message199 struct{ Text string }

type Message200 struct{ Text string }

type Message201 struct{ Text string }

type Message202 struct{ Text string }

type Message203 struct{ Text string }

type Message204 struct{ Text string }

type Message205 struct{ Text string }

type Message206 struct{ Text string }

type Message207 struct{ Text string }

type Message208 struct{ Text string }

type Message209 struct{ Text string }

type Message210 struct{ Text string }

type Message211 struct{ Text string }

type Message212 struct{ Text string }

type Message213 struct{ Text string }

type Message214 struct{ Text string }

type Message215 struct{ Text string }

type Message216 struct{ Text string }

type Message217 struct{ Text string }

type Message218 struct{ Text string }

type Message219 struct{ Text string }

type Message220 struct{ Text string }

type Message221 struct{ Text string }

type Message222 struct{ Text string }

type Message223 struct{ Text string }

type Message224 struct{ Text string }

type Message225 struct{ Text string }

type Message226 struct{ Text string }

type Message227 struct{ Text string }

type Message228 struct{ Text string }

type Message229 struct{ Text string }

type Message230 struct{ Text string }

type Message231 struct{ Text string }

type Message232 struct{ Text string }

type Message233 struct{ Text string }

type Message234 struct{ Text string }

type Message235 struct{ Text string }

type Message236 struct{ Text string }

type Message237 struct{ Text string }

type Message238 struct{ Text string }

type Message239 struct{ Text string }

type Message240 struct{ Text string }

type Message241 struct{ Text string }

type Message242 struct{ Text string }

type Message243 struct{ Text string }

type Message244 struct{ Text string }

type Message245 struct{ Text string }

type Message246 struct{ Text string }

type Message247 struct{ Text string }

type Message248 struct{ Text string }

type Message249 struct{ Text string }

type Message250 struct{ Text string }

type Message251 struct{ Text string }

type Message252 struct{ Text string }

type Message253 struct{ Text string }

type Message254 struct{ Text string }

type Message255 struct{ Text string }

type Message256 struct{ Text string }

type Message257 struct{ Text string }

type Message258 struct{ Text string }

type Message259 struct{ Text string }

type Message260 struct{ Text string }

type Message261 struct{ Text string }

type Message262 struct{ Text string }

type Message263 struct{ Text string }

type Message264 struct{ Text string }

type Message265 struct{ Text string }

type Message266 struct{ Text string }

type Message267 struct{ Text string }

type Message268 struct{ Text string }

type Message269 struct{ Text string }

type Message270 struct{ Text string }

type Message271 struct{ Text string }

type Message272 struct{ Text string }

type Message273 struct{ Text string }

type Message274 struct{ Text string }

type Message275 struct{ Text string }

type Message276 struct{ Text string }

type Message277 struct{ Text string }

type Message278 struct{ Text string }

type Message279 struct{ Text string }

type Message280 struct{ Text string }

type Message281 struct{ Text string }

type Message282 struct{ Text string }

type Message283 struct{ Text string }

type Message284 struct{ Text string }

type Message285 struct{ Text string }

type Message286 struct{ Text string }

type Message287 struct{ Text string }

type Message288 struct{ Text string }

type Message289 struct{ Text string }

type Message290 struct{ Text string }

type Message291 struct{ Text string }

type Message292 struct{ Text string }

type Message293 struct{ Text string }

type Message294 struct{ Text string }

type Message295 struct{ Text string }

type Message296 struct{ Text string }

type Message297 struct{ Text string }

type Message298 struct{ Text string }

type Message299 struct{ Text string }
