// Package half describes data in one of three exports.
package half // want `package half exports 300 types and functions, more than 250`

type Row0 struct{ Name string }

type Row1 struct{ Next *Row0 }

type Row2 struct{ Next *Row1 }

type Row3 struct{ Next *Row2 }

type Row4 struct{ Next *Row3 }

type Row5 struct{ Next *Row4 }

type Row6 struct{ Next *Row5 }

type Row7 struct{ Next *Row6 }

type Row8 struct{ Next *Row7 }

type Row9 struct{ Next *Row8 }

type Row10 struct{ Next *Row9 }

type Row11 struct{ Next *Row10 }

type Row12 struct{ Next *Row11 }

type Row13 struct{ Next *Row12 }

type Row14 struct{ Next *Row13 }

type Row15 struct{ Next *Row14 }

type Row16 struct{ Next *Row15 }

type Row17 struct{ Next *Row16 }

type Row18 struct{ Next *Row17 }

type Row19 struct{ Next *Row18 }

type Row20 struct{ Next *Row19 }

type Row21 struct{ Next *Row20 }

type Row22 struct{ Next *Row21 }

type Row23 struct{ Next *Row22 }

type Row24 struct{ Next *Row23 }

type Row25 struct{ Next *Row24 }

type Row26 struct{ Next *Row25 }

type Row27 struct{ Next *Row26 }

type Row28 struct{ Next *Row27 }

type Row29 struct{ Next *Row28 }

type Row30 struct{ Next *Row29 }

type Row31 struct{ Next *Row30 }

type Row32 struct{ Next *Row31 }

type Row33 struct{ Next *Row32 }

type Row34 struct{ Next *Row33 }

type Row35 struct{ Next *Row34 }

type Row36 struct{ Next *Row35 }

type Row37 struct{ Next *Row36 }

type Row38 struct{ Next *Row37 }

type Row39 struct{ Next *Row38 }

type Row40 struct{ Next *Row39 }

type Row41 struct{ Next *Row40 }

type Row42 struct{ Next *Row41 }

type Row43 struct{ Next *Row42 }

type Row44 struct{ Next *Row43 }

type Row45 struct{ Next *Row44 }

type Row46 struct{ Next *Row45 }

type Row47 struct{ Next *Row46 }

type Row48 struct{ Next *Row47 }

type Row49 struct{ Next *Row48 }

type Row50 struct{ Next *Row49 }

type Row51 struct{ Next *Row50 }

type Row52 struct{ Next *Row51 }

type Row53 struct{ Next *Row52 }

type Row54 struct{ Next *Row53 }

type Row55 struct{ Next *Row54 }

type Row56 struct{ Next *Row55 }

type Row57 struct{ Next *Row56 }

type Row58 struct{ Next *Row57 }

type Row59 struct{ Next *Row58 }

type Row60 struct{ Next *Row59 }

type Row61 struct{ Next *Row60 }

type Row62 struct{ Next *Row61 }

type Row63 struct{ Next *Row62 }

type Row64 struct{ Next *Row63 }

type Row65 struct{ Next *Row64 }

type Row66 struct{ Next *Row65 }

type Row67 struct{ Next *Row66 }

type Row68 struct{ Next *Row67 }

type Row69 struct{ Next *Row68 }

type Row70 struct{ Next *Row69 }

type Row71 struct{ Next *Row70 }

type Row72 struct{ Next *Row71 }

type Row73 struct{ Next *Row72 }

type Row74 struct{ Next *Row73 }

type Row75 struct{ Next *Row74 }

type Row76 struct{ Next *Row75 }

type Row77 struct{ Next *Row76 }

type Row78 struct{ Next *Row77 }

type Row79 struct{ Next *Row78 }

type Row80 struct{ Next *Row79 }

type Row81 struct{ Next *Row80 }

type Row82 struct{ Next *Row81 }

type Row83 struct{ Next *Row82 }

type Row84 struct{ Next *Row83 }

type Row85 struct{ Next *Row84 }

type Row86 struct{ Next *Row85 }

type Row87 struct{ Next *Row86 }

type Row88 struct{ Next *Row87 }

type Row89 struct{ Next *Row88 }

type Row90 struct{ Next *Row89 }

type Row91 struct{ Next *Row90 }

type Row92 struct{ Next *Row91 }

type Row93 struct{ Next *Row92 }

type Row94 struct{ Next *Row93 }

type Row95 struct{ Next *Row94 }

type Row96 struct{ Next *Row95 }

type Row97 struct{ Next *Row96 }

type Row98 struct{ Next *Row97 }

type Row99 struct{ Next *Row98 }

func Use0() *Row0 { return nil }

func Use1() *Row1 { return nil }

func Use2() *Row2 { return nil }

func Use3() *Row3 { return nil }

func Use4() *Row4 { return nil }

func Use5() *Row5 { return nil }

func Use6() *Row6 { return nil }

func Use7() *Row7 { return nil }

func Use8() *Row8 { return nil }

func Use9() *Row9 { return nil }

func Use10() *Row10 { return nil }

func Use11() *Row11 { return nil }

func Use12() *Row12 { return nil }

func Use13() *Row13 { return nil }

func Use14() *Row14 { return nil }

func Use15() *Row15 { return nil }

func Use16() *Row16 { return nil }

func Use17() *Row17 { return nil }

func Use18() *Row18 { return nil }

func Use19() *Row19 { return nil }

func Use20() *Row20 { return nil }

func Use21() *Row21 { return nil }

func Use22() *Row22 { return nil }

func Use23() *Row23 { return nil }

func Use24() *Row24 { return nil }

func Use25() *Row25 { return nil }

func Use26() *Row26 { return nil }

func Use27() *Row27 { return nil }

func Use28() *Row28 { return nil }

func Use29() *Row29 { return nil }

func Use30() *Row30 { return nil }

func Use31() *Row31 { return nil }

func Use32() *Row32 { return nil }

func Use33() *Row33 { return nil }

func Use34() *Row34 { return nil }

func Use35() *Row35 { return nil }

func Use36() *Row36 { return nil }

func Use37() *Row37 { return nil }

func Use38() *Row38 { return nil }

func Use39() *Row39 { return nil }

func Use40() *Row40 { return nil }

func Use41() *Row41 { return nil }

func Use42() *Row42 { return nil }

func Use43() *Row43 { return nil }

func Use44() *Row44 { return nil }

func Use45() *Row45 { return nil }

func Use46() *Row46 { return nil }

func Use47() *Row47 { return nil }

func Use48() *Row48 { return nil }

func Use49() *Row49 { return nil }

func Use50() *Row50 { return nil }

func Use51() *Row51 { return nil }

func Use52() *Row52 { return nil }

func Use53() *Row53 { return nil }

func Use54() *Row54 { return nil }

func Use55() *Row55 { return nil }

func Use56() *Row56 { return nil }

func Use57() *Row57 { return nil }

func Use58() *Row58 { return nil }

func Use59() *Row59 { return nil }

func Use60() *Row60 { return nil }

func Use61() *Row61 { return nil }

func Use62() *Row62 { return nil }

func Use63() *Row63 { return nil }

func Use64() *Row64 { return nil }

func Use65() *Row65 { return nil }

func Use66() *Row66 { return nil }

func Use67() *Row67 { return nil }

func Use68() *Row68 { return nil }

func Use69() *Row69 { return nil }

func Use70() *Row70 { return nil }

func Use71() *Row71 { return nil }

func Use72() *Row72 { return nil }

func Use73() *Row73 { return nil }

func Use74() *Row74 { return nil }

func Use75() *Row75 { return nil }

func Use76() *Row76 { return nil }

func Use77() *Row77 { return nil }

func Use78() *Row78 { return nil }

func Use79() *Row79 { return nil }

func Use80() *Row80 { return nil }

func Use81() *Row81 { return nil }

func Use82() *Row82 { return nil }

func Use83() *Row83 { return nil }

func Use84() *Row84 { return nil }

func Use85() *Row85 { return nil }

func Use86() *Row86 { return nil }

func Use87() *Row87 { return nil }

func Use88() *Row88 { return nil }

func Use89() *Row89 { return nil }

func Use90() *Row90 { return nil }

func Use91() *Row91 { return nil }

func Use92() *Row92 { return nil }

func Use93() *Row93 { return nil }

func Use94() *Row94 { return nil }

func Use95() *Row95 { return nil }

func Use96() *Row96 { return nil }

func Use97() *Row97 { return nil }

func Use98() *Row98 { return nil }

func Use99() *Row99 { return nil }

func Use100() *Row0 { return nil }

func Use101() *Row1 { return nil }

func Use102() *Row2 { return nil }

func Use103() *Row3 { return nil }

func Use104() *Row4 { return nil }

func Use105() *Row5 { return nil }

func Use106() *Row6 { return nil }

func Use107() *Row7 { return nil }

func Use108() *Row8 { return nil }

func Use109() *Row9 { return nil }

func Use110() *Row10 { return nil }

func Use111() *Row11 { return nil }

func Use112() *Row12 { return nil }

func Use113() *Row13 { return nil }

func Use114() *Row14 { return nil }

func Use115() *Row15 { return nil }

func Use116() *Row16 { return nil }

func Use117() *Row17 { return nil }

func Use118() *Row18 { return nil }

func Use119() *Row19 { return nil }

func Use120() *Row20 { return nil }

func Use121() *Row21 { return nil }

func Use122() *Row22 { return nil }

func Use123() *Row23 { return nil }

func Use124() *Row24 { return nil }

func Use125() *Row25 { return nil }

func Use126() *Row26 { return nil }

func Use127() *Row27 { return nil }

func Use128() *Row28 { return nil }

func Use129() *Row29 { return nil }

func Use130() *Row30 { return nil }

func Use131() *Row31 { return nil }

func Use132() *Row32 { return nil }

func Use133() *Row33 { return nil }

func Use134() *Row34 { return nil }

func Use135() *Row35 { return nil }

func Use136() *Row36 { return nil }

func Use137() *Row37 { return nil }

func Use138() *Row38 { return nil }

func Use139() *Row39 { return nil }

func Use140() *Row40 { return nil }

func Use141() *Row41 { return nil }

func Use142() *Row42 { return nil }

func Use143() *Row43 { return nil }

func Use144() *Row44 { return nil }

func Use145() *Row45 { return nil }

func Use146() *Row46 { return nil }

func Use147() *Row47 { return nil }

func Use148() *Row48 { return nil }

func Use149() *Row49 { return nil }

func Use150() *Row50 { return nil }

func Use151() *Row51 { return nil }

func Use152() *Row52 { return nil }

func Use153() *Row53 { return nil }

func Use154() *Row54 { return nil }

func Use155() *Row55 { return nil }

func Use156() *Row56 { return nil }

func Use157() *Row57 { return nil }

func Use158() *Row58 { return nil }

func Use159() *Row59 { return nil }

func Use160() *Row60 { return nil }

func Use161() *Row61 { return nil }

func Use162() *Row62 { return nil }

func Use163() *Row63 { return nil }

func Use164() *Row64 { return nil }

func Use165() *Row65 { return nil }

func Use166() *Row66 { return nil }

func Use167() *Row67 { return nil }

func Use168() *Row68 { return nil }

func Use169() *Row69 { return nil }

func Use170() *Row70 { return nil }

func Use171() *Row71 { return nil }

func Use172() *Row72 { return nil }

func Use173() *Row73 { return nil }

func Use174() *Row74 { return nil }

func Use175() *Row75 { return nil }

func Use176() *Row76 { return nil }

func Use177() *Row77 { return nil }

func Use178() *Row78 { return nil }

func Use179() *Row79 { return nil }

func Use180() *Row80 { return nil }

func Use181() *Row81 { return nil }

func Use182() *Row82 { return nil }

func Use183() *Row83 { return nil }

func Use184() *Row84 { return nil }

func Use185() *Row85 { return nil }

func Use186() *Row86 { return nil }

func Use187() *Row87 { return nil }

func Use188() *Row88 { return nil }

func Use189() *Row89 { return nil }

func Use190() *Row90 { return nil }

func Use191() *Row91 { return nil }

func Use192() *Row92 { return nil }

func Use193() *Row93 { return nil }

func Use194() *Row94 { return nil }

func Use195() *Row95 { return nil }

func Use196() *Row96 { return nil }

func Use197() *Row97 { return nil }

func Use198() *Row98 { return nil }

func Use199() *Row99 { return nil }
