"""Languages of which only the joining words are known, enough to recognise them and to stem their words."""

from __future__ import annotations

from typeset.coverage.languages.language import Language, words

OTHERS = (
    Language("fr", "French", "french", words("""
        au aux avec ce ces cette chez comme d' dans de des du elle elles en est et il ils l' la le les leur leurs lui
        mais nos notre nous ou où par pas plus pour que qui sa sans se ses son sont sous sur un une vos votre vous
        être
    """)),
    Language("es", "Spanish", "spanish", words("""
        al como con cual de del el ella ellos en entre es esta este están la las lo los más nos nuestra nuestro o para
        pero por que se ser sin sobre son su sus también tu tus un una uno y ya
    """)),
    Language("it", "Italian", "italian", words("""
        ai al alla alle che chi come con da dal dalla dei del della delle di e gli i il in la le lo ma nel nella noi
        non nostra nostro o per più sono su sua suo tra tua tuo un una uno è
    """)),
    Language("nl", "Dutch", "dutch", words("""
        aan als bij dat de deze die dit door een en er hebben heeft het in is je jij jou jouw maar met naar niet of om
        ons onze ook op over te tot uit van veel voor we wij worden ze zijn zoals
    """)),
    Language("pt", "Portuguese", "portuguese", words("""
        ao aos as até com como da das de do dos e ela ele em entre essa esse esta este mais mas na nas no nos nossa
        nosso o os ou para pela pelo por que se sem ser seu sua são também um uma você é
    """)),
    Language("sv", "Swedish", "swedish", words("""
        att av bland både de dem den denna det dig din ditt du då eller en ett från för ha har hos här i inom inte ja
        kan med mellan men mot och om oss på sig ska som till under upp ut vad vi vid vår våra är även
    """)),
    Language("da", "Danish", "danish", words("""
        af at blandt både de dem den der det dig din du eller en er et for fra har hos i ikke inden kan med mellem men
        mod nogle og også om os på samt sig skal som til ud ved vi vil vores være
    """)),
    Language("no", "Norwegian", "norwegian", words("""
        av blant både de deg den der det din du eller en er et for fra har hos i ikke innen kan med mellom men mot
        noen og også om oss på samt seg skal som til ut ved vi vil vår våre være
    """)),
)  # fmt: skip
