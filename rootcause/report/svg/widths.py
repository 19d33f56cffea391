"""Widths of characters, written by .ci/text_widths.py: the wider of DejaVu Sans and Liberation Sans."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def _table(runs: Mapping[int, str]) -> dict[str, int]:
    """Two digits to the base of 36 for each character from the code point on, in steps of 2 thousandths."""
    return {
        chr(first + place // 2): 2 * int(digits[place : place + 2], 36)
        for first, digits in runs.items()
        for place in range(0, len(digits), 2)
    }


REGULAR: Final = _table(
    {
        0x20: (
            "4f5l6ebn8vd8au3u5g5g6ybn4f514f4p8v8v8v8v8v8v8v8v8v8v4p4pbnbnbn7re49j9ka2aq9a8iatag446y9a7rc0afay9aaya29a"
            "8ia69jdr9j9a9j5g4p5gbn7r6y8j8u7n8u8k4x8u8t3v3v823vdk8t8i8u8u5q795h8t88bd88887b8v4p8vbn"
        ),
        0xA0: (
            "4f5l8v8v8v8v4p7r6ydw6k8ibn51dw7p6ybn5l5l6y8v8v4f6y5l6k8idhdhdh8i9j9j9j9j9j9jdwa29a9a9a9a44444444asafayay"
            "ayayaybnaya6a6a6a69a9a8r8j8j8j8j8j8jdn7n8k8k8k8k3v3v3v3v8i8t8i8i8i8i8ibn8i8t8t8t8t888u889j8j9j8j9j8ja27n"
            "a27na27na27naq8uas8u9a8k9a8k9a8k9a8k9a8kat8uat8uat8uat8uag8tcr9o443v443v443v443v443va87q6y3v9a82827r3v7r"
            "3v7r587r4r7u3zaf8taf8taf8tbbaf8tay8iay8iay8ieve8a25qa25qa25q9a799a799a799a798i5h8i5h8i5ha68ta68ta68ta68t"
            "a68ta68tdrbd9a889a9j7b9j7b9j7b4x8ua89k8u9k8u9s9q7nasbe9k8u8i8say8k807ras9kdo4x44ad823v88dkaf8taycp8id7ak"
            "928u9o8u798s4o5h8i5h8ibx8tana1aca69j7b9a9a817b8v9a81748u446v6e44jri2g2bmay6dcycub39j8j443vay8ia68ta68ta6"
            "8ta68ta68t8k9j8j9j8jdkdnas8uas8u9482ay8iay8i9a813vjri2g2as8ufh9iaf8t9j8jdwdnay8i9j8j9j8j8s8k8s8k443v443v"
            "ay8iay8i9o5q9o5qa68ta68t9a798i5h8q79ag8ta8bn9q8i9j7b9j8j8s8kay8iay8iay8iay8i8i886mbq6n3vdwdw9j9q7n7r8i79"
            "7b8e6o9ka69j8s8k443vav8u9o5q8i88"
        ),
        0x2B0: (
            "5n5k2g3m44445a76573w6e4f4f4f4a4a55556y6y6y6y6y6y3u6y6y6y3u6y6y6y4p4p4a4a6y6y5f4f6y6y6y6y6y6y4e6y5x2c5766"
            "556v6v6v6v6v"
        ),
        0x2EC: "6y6y78",
        0x2F3: "6y",
        0x2F7: "6y",
        0x370: "947wbz903w3waf91",
        0x37A: "6y7n7n7n4p44",
        0x384: "6y6y9n4faxc45p",
        0x38C: "bb",
        0x38E: "bwbh4q9j9k7r9j9a9jagay449a9jc0af91ayag9a",
        0x3A3: (
            "8s8i9ab39jbman449a967j8t4q82968w888i7j7k8t8i4q87888v7s7r8i9l8u868t8e8296819xbn4q828i82bn948k8m9qbq9q96bn"
            "98ay8i9186806e9696c18qczbnak96b08k9k8gao8p9q8i8i7h988u7n3vay8k8k8f8u9qc0928u9s9q9s9a9ac18ha09a44446yf7ej"
            "bw9vaf8uag9j9k9k8hav9aez8xafaf9vagc0agayag9aa28i8ubz9jat9jevf7blcb9ka0f0a28j8l877b9m8kcj7e91918f8wai938i"
            "938u7n8488bw889h88cqd39uaz877nbp8d8k8k8p7b7n793v3v3vcmci928f918893czbnaq9cd4afc8awg4dxay8ieabh8v7jbxc7ay"
            "8iav99av99dtcld9akgeeaczbn9q7n7000000000005t5tar9f9k878e8u8h7b9e888p7dezcj8x7e9v8f9v8f9v8fbxbkag97e4c7f1"
            "cqc79n9q7n8i848i888i889j88d0b89j889j889j8td3a5d3a544ezcj948fas9cag97at9h9j88ccas3v9j8j9j8jdkdn8s8kay8kay"
            "8kezcj8x7e9a81af91af91ay8iay8iay8i9q7n8h888h888h889j888h7bcaaz9e889j889j889k87dzchdkc39g87ewdbfhdgas96ar"
            "9w8k7jag8wg9dtcgc1ecdpay8udrbd9v8ff1clf1cpb19i"
        ),
        0x1E00: (
            "9j8j9k8u9k8u9k8u9q7naq8uaq8uaq8uaq8uaq8u8s8k8s8k8s8k8s8k8s8k804xas8uag8tag8tag8tag8tag8t443v443v94829482"
            "94827r407r407r3v7r3vc0dkc0dkc0dkaf8taf8taf8taf8tay8iay8iay8iay8i8e8u8e8u9o5q9o5q9o5q9o5q8u798u798u798u79"
            "8u798i5h8i5h8i5h8i5ha68ta68ta68ta68ta68t9j889j88drbddrbddrbddrbddrbd9j889j888i889j7b9j7b9j7b8t5hbd888j4x"
            "4x4xap8i9j8j9j8j9j8j9j8j9j8j9j8j9j8j9j8j9j8j9j8j9j8j9j8j8s8k8s8k8s8k8s8k8s8k8s8k8s8k8s8k443v443vay8iay8i"
            "ay8iay8iay8iay8iay8icp8icp8icp8icp8icp8ia68ta68tbx8tbx8tbx8tbx8tbx8t9a888i888i888i88ap6n"
        ),
        0x2010: "51518v7rdwdw6y7p4f4f4f4f787878787r7r87874o9adw4f",
        0x2030: "ino43657793657794q5k5kbn6y7e6yb6b63hdw6y2c5g5gcta7a76x8v6y6y6y4pb66y69dwb6bn8598bnbn4fb3bn4f4f",
        0x20A0: "c78v8v8v8vdk8vhpexdrax8v8v8v8vhp8v8v8v8var8v",
        0x20B8: "8v8v8v",
        0x20BD: "8v",
        0x2100: "e6e69qfm8ye6eu8k9qd8",
        0x210B: (
            "draibt8t8t6j9pa15rbdb5exdw9p9rayb3bbb0ch9je6eydw9jad81apan8l4q949jay9sbw888fay80ev6fad9d6h8z5acvgl9sa494"
            "btbaas7r7r8ibe9v8k4w4w"
        ),
        0x214B: "au",
        0x214E: "7c",
        0x2190: (
            "dwbndwbndwbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbn"
            "bnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbn"
            "bnbnbnbnbnbnbnbn9j8v778s8sc49b9bc4c49zc4c49z8vbgaj9xbnbnbn4p8vbn8p8p8v8v8v9ybldmchchbn6y6y6y6ya6a6a6a679"
            "azep79azep7979798v8v3n8vbnbnbnbnbnbnbnbn58bnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbobodwdwbnbnbnbnbnbnbnbnbnbn"
            "bnbnbnbnbnbnbnbnbnbnekek6gbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbna6a6a6bnbnbnbnav"
            "avbnbnbnbnbnbnbnbnbnbnbnbnbnc4c4c4c47979c4c4c4c4c4c4c4c4bnbnbnbnbnbndwdwbnbn79a6a6a6bnbnbfbfbfbf8p4f8pbn"
            "dwdwdwdwdwbna7a7bnbnbnbnbnbnbnbnjsjsbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbndwdwdwdwdwc49zc4c49zc4c4dwc4"
            "9zc49zc4"
        ),
        0x2500: (
            "9v8e8p8e8e8e8e8e8e8e8e8e9v8e8e8e9v8e8e8e9v8e8e8e9v8e8e8e9v8e8e8e8e8e8e8e9v8e8e8e8e8e8e8e9v8e8e8e8e8e8e8e"
            "9v8e8e8e8e8e8e8e9v8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v"
            "9v9v9v9v9v8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8eapapapapapapapapapapapapapapapapapapapapapapapapapapapap"
            "apapapapd5d5d5d5d5d5d5d5d5d59f9fdwd57o7oapapdrap6z6zapap6z6zdrapdrap6z6zapap6z6zdrapapapapc56wc5c5c5c5c5"
            "c5c5c5c5c5c57c7cb0dididi5e5e5e5ec5c5apapapap87d5d5d5d5d5apapapfkd5d5d5d5c5c5c5c5apapapbkbka7a7ap"
        ),
    }
)
"""In thousandths of the size, upright."""

BOLD: Final = _table(
    {
        0x20: (
            "4v6d79bn9odxc54a6d6d7abn5a5s5a539o9o9o9o9o9o9o9o9o9o5k5kbnbnbn8idwarama7bk9i9ibfbn577ras8vdubnbua7buaqa1"
            "9ibbarfcaqa3a36d536dbn7r6y9e9y899y9g629y9w4s4s994seh9w9k9y9y6v8a6o9w92cu8z92849w539wbn"
        ),
        0xA0: (
            "4v6d9o9o8v9o537r6ydw7u8zbn5sdw7p6ybn63636ya88v5a6y637u8zeeeeee8iararararararf3a79i9i9i9i57575757bnbnbubu"
            "bubububnbubbbbbbbba3a9a09e9e9e9e9e9eek899g9g9g9g4s4s4s4s9k9w9k9k9k9k9kbn9k9w9w9w9w929y92ar9ear9ear9ea789"
            "a789a789a789bka0bn9y9i9g9i9g9i9g9i9g9i9gbf9ybf9ybf9ybf9ybn9wdjb0574s574s574s574s574sax9j7r4sas99998v4s8v"
            "4s8v6o8v7r8y56bn9wbn9wbn9wdobn9wbu9kbu9kbu9kg8f8aq6vaq6vaq6va18aa18aa18aa18a9i6o9i6o9i6obb9wbb9wbb9wbb9w"
            "bb9wbb9wfccua392a3a384a384a384629ybaam9yam9ya7a789bnc8aj9y9k9ibt9o9i7rbfb1ej625fas995188ehbn9wbuc59kf2cp"
            "av9yaqa18a9i7o6o9u6o9ibm9wbubbb3aua384arar8x849oar8x7z9y57967k57lmjni1e1dm9jgtgeeoar9e574sbu9kbb9wbb9wbb"
            "9wbb9wbb9w9gar9ear9ef3ekbf9ybf9yas99bu9kbu9kar844slmjni1bf9yhxaybn9war9ef3ekbu9kar9ear9e9i9g9i9g574s574s"
            "bu9kbu9kaq6vaq6vbb9wbb9wa18a9i6o9m8gbn9wbnc1b996a384ar9e9i9gbu9kbu9kbu9kbu9ka3926uc2744sf4f4ara7898v9i8a"
            "84av8kambbar9i9g574sbzb0aq6va392"
        ),
        0x2B0: (
            "6c6c324e4e4e5q885t47795a5a5a54544k4k6y6y6y6y6y6y4a6y6y6y4a6y6y6y4p4p54546y6y5t4l6y6y6y6y6y6y4w6y5q325b5r"
            "4k6y6y6y6y6y"
        ),
        0x2EC: "6y6y95",
        0x2F3: "6y",
        0x2F7: "6y",
        0x370: "9p7ve7bm4747bn9r",
        0x37A: "6y897n7n5k57",
        0x384: "656yb35abve17u",
        0x38C: "ce",
        0x38E: "dmcg5faram8var9ia3bnbu57asardubn8ybubna7",
        0x3A3: (
            "9i9ia3buaqbtbu57a39k7r9w5f9e9k9y9h9k7r889w9k5f9w8ta89h889kb09y89au8w9eaw8zb1c35f9e9k9ec3as9297aednaeb3c3"
            "acbu9ka7899i6v9s96cs8qf7bnbl9ycwaca792az9cag9y9i87ac9y894sbu8z8za99ya7dua69y9qa79q9i9icb8va7a157577rg2fp"
            "c8bdbnaqbnaramam8vce9ih19wbnbnbdbkdubnbubna7a79iaqdsaqcwb9h6ifd2efama7gbaq9e9q8t7ab89gdu839r9r9ga7bd9m9k"
            "9m9y898292dt8zab9kesfdagcl8t89dj8y9g9g9x7a898a4s4s4sdsdba89g9r929mf7c3bpa8e3bodtbliwflbu9kh6e09o7reyerbu"
            "9kbu9obu9ofzeieyc0jjgbf7c3a7899300000000005t5tdbb8am8ia79y8v7a997kb99bh1du9w83as9gbd9gbd9ge4bidbb8fcc6hp"
            "e5d8bxa7899i82a392a392aq8zfhdxb99kb99kb99weab9eab957h1duas8rd8b7bn9mdbb8b99kficz4sar9ear9ef3ek9i9gbt9gbt"
            "9gh1du9w83ar8xbn9rbn9rbu9kbu9kbu9ka789aq92aq92aq92b99k8v7aefcl997kaq8zaq8zam8gg4cffkcsbj9nh9e5hxe3bo8wd1"
            "b69o7rbka7hveuetdmf1e3bu9yfccubd9ghmeqhpe5dbb8"
        ),
        0x1E00: (
            "ar9eam9yam9yam9ya789bk9ybk9ybk9ybk9ybk9y9i9g9i9g9i9g9i9g9i9g9i62bf9ybn9wbn9wbn9wbn9wbn9w574s574sas99as99"
            "as998v4s8v4s8v4s8v4sduehduehduehbn9wbn9wbn9wbn9wbu9kbu9kbu9kbu9ka79ya79yaq6vaq6vaq6vaq6va18aa18aa18aa18a"
            "a18a9i6o9i6o9i6o9i6obb9wbb9wbb9wbb9wbb9war92ar92fccufccufccufccufccuaq8zaq8za392a384a384a3849w6ocu929e62"
            "6262cg9kar9ear9ear9ear9ear9ear9ear9ear9ear9ear9ear9ear9e9i9g9i9g9i9g9i9g9i9g9i9g9i9g9i9g574s574sbu9kbu9k"
            "bu9kbu9kbu9kbu9kbu9kc59kc59kc59kc59kc59kbb9wbb9wbm9wbm9wbm9wbm9wbm9wa392a392a392a392d98y"
        ),
        0x2010: "5s5s9o7rdwdw6y7p5a5a5a5a959595957r7r8w8w4n9adw4v",
        0x2030: "k0q83o6o8r3o688ra75r5rdj8q836ybjbj4le86y2c6d6decbjbj758v6y6y7a5kbj7a7rdwbjbn9ibbbnbn5ac4bn5a5a",
        0x20A0: "cx9o9o9o9oeh9ol3grfccl9o9o9o9ojc9o9o9o9oby9o",
        0x20B8: "9o9o9o",
        0x20BD: "9o",
        0x2100: "fkgaa7gucgf6fx8k9qf4",
        0x210B: (
            "excpcc9w9w8b9pbx6tdkbngqdw9pafbud2bbb5ch9ve6htdwaiai81bubuam4qasarcwbebw8va5b89igh6hb1a66v9j5ad5iqaza994"
            "c0boas7r8valbk9y9g4s4s"
        ),
        0x214B: "c5",
        0x214E: "7m",
        0x2190: (
            "dwbndwbndwbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbn"
            "bnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbn"
            "bnbnbnbnbnbnbnbnar9o7k9i9ibx9p9pchchafchchaf8vbgay9zbnbn9o539obn8p5a9a9a9a9wbldmchchbn6y6y6y6ybbbbbbbb8h"
            "cxi07udli97u7u7u9o9o439obnbnbnbnbnbnbnbn58bnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnesesbnbnbnbnbnbnbnbnbnbn"
            "bnbnbnbnbnbnbnbnbpbpekek6ybnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbbbbbbbnbnbnbnb2"
            "b2bnbnbnbnbnbnbnbnbnbnbnbnbncqcqcqcq7k7kcqcqcqcqcqcqcqcqbnbnbnbnbnbndwdwbnbn7kbbbbbbbnbnbqbqbqbq8p5a8pbn"
            "dwdwdwdwdwbnbababnbnbnbnbnbnbnbnjsjsbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbndwdwdwdwg3chafchchafchchg3ch"
            "afchafch"
        ),
        0x2500: (
            "9v8e8p8e8e8e8e8e8e8e8e8e9v8e8e8e9v8e8e8e9v8e8e8e9v8e8e8e9v8e8e8e8e8e8e8e9v8e8e8e8e8e8e8e9v8e8e8e8e8e8e8e"
            "9v8e8e8e8e8e8e8e9v8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v9v"
            "9v9v9v9v9v8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8eapapapapapapapapapapapapapapapapapapapapapapapapapapapap"
            "apapapapd5d5d5d5d5d5d5d5d5d59f9fdwd57o7oapapdrap6z6zapap6z6zdrapdrap6z6zapap6z6zdrapapapapc56wc5c5c5c5c5"
            "c5c5c5c5c5c57c7cbpdididi5e5e5e5eapapapapapap8wd5d5d5d5d5apapapfkd5d5d5d5c5c5c5c5apapapbkbka7a7ap"
        ),
    }
)
"""In thousandths of the size, bold."""
