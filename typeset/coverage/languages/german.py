"""German: its joining words, and the words and headings of its advertisements."""

from __future__ import annotations

import re

from typeset.coverage.languages.language import Language, beginning, words

GERMAN = Language(
    tag="de",
    name="German",
    stemmer="german",
    nouns_are_capital=True,
    spellings=((re.compile("ph"), "f"),),
    joining=words("""
        ab aber acht alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus
        außerdem bei beim bereits bevor bis bist bzw da dabei dafür daher damit dann daran darauf daraus darin darum
        darüber das dass davon dazu dein deine deinem deinen deiner deines dem den denen denn der deren des dessen
        dich die dies diese diesem diesen dieser dieses dir doch dort drei du durch eben ein eine einem einen einer
        eines einige einigen einiger elf er es etwa etwas euch euer eure eurem euren eurer fünf für ganz gegen
        gegenüber gehört gemeinsam gern gerne habe haben hast hat hatte hier hin hinter hundert ich ihm ihn ihnen ihr
        ihre ihrem ihren ihrer ihres im immer in inkl innerhalb ins insbesondere ist ja je jede jedem jeden jeder
        jedes jedoch jetzt kann kannst kein keine keinem keinen keiner können könnt könnte man manche mehr mehrere
        mehreren mein mich mir mit mithilfe mittels muss musst möchte möchten möchtest müssen nach neben neun nicht
        nichts noch nun nur ob oder ohne pro rund schon sechs sehr sei sein seine seinem seinen seiner sich sicher sie
        sieben sind so sobald sodass sofern sogar solche sollte sollten sondern sonst soweit sowie sowohl statt stets
        tausend trotz u um und uns unser unsere unserem unseren unserer unseres unter usw viel viele vielem vielen
        vieler vier vom von vor vorzugsweise wann war warum was weil weiter weitere weiteren weiterer welche welchem
        welchen welcher welches wenig wenn wer werden wie wieder will willst wir wird wirst wo wobei wodurch wollen
        womit worauf während würde würden z zehn zu zudem zum zur zusammen zwei zwischen zwölf über
    """),
    usual=words("""
        abgeschlossen abgeschlossene abschluss abteilung ag alltag anforderung angebot angenehm anschreiben
        ansprechpartner anspruchsvoll anstellung april arbeit arbeiten arbeitgeber arbeitsort arbeitsplatz
        arbeitsumfeld arbeitsweise arbeitszeit art aufbau aufgabe aufgabengebiet aufgeschlossen august ausgeprägt
        ausgezeichnet bedarf befristet begeistern begeisterung begleiten beherrschen bereich bereitschaft beruf
        berufserfahrung beschäftigung bestehend beteiligen betreuen bewerben bewerber bewerbung bewerbungsunterlage
        bieten bild bringen chance darstellen denken denkweise dezember dienstag dienstort donnerstag durchführen
        durchsetzungsvermögen dynamisch eigen eigeninitiative eigenständig eigenverantwortlich einarbeitung einbringen
        einfach einsatz einsetzen eintrittstermin eng engagement engagiert enge entgelt entscheidung entwickeln
        erfahren erfahrung erfahrungen erfolg erfolgreich erforderlich ergebnis erste erstellen ersten erster erwarten
        erwünscht fachbereich fachlich fall februar finden firma flexibel flexibilität fließend fokus form frage frau
        freitag freude freuen fundiert fähigkeit führen führerschein gebiet gehalt geist genauso gesamt gesellschaft
        gestalten gesucht gewinnen gewohnt gleichwertig gmbh groß grundkenntnis gründlich gut herausforderung herr
        hervorragend herzlich hilfe hoch hohe höchst idealerweise idee initiative innovativ interessant interesse
        interessiert international jahr jahren januar job juli juni karriere kennen kenntnis kg kollege kollegen
        kollegin kolleginnen kommen kommunikativ kommunizieren konkret kontakt konzept kreativ kultur kunde lang
        langjährig lebenslauf leistung leiten lernen lesen leute lieben liegen lösung lösungsorientiert machen mai
        mehrjährig geübt mensch mitarbeit mitarbeiten mitarbeitende mitarbeitenden mitarbeiter mitarbeiterin mitbringen
        miteinander mitgestalten mittwoch mitwirken mitwirkung monat montag motivation motiviert märz möglich
        möglichkeit nachgewiesen nachricht nah neu neugier neugierig november nutzen nutzung offen oktober ordnung ort
        passen person perspektive persönlich persönlichkeit planen platz position potenzial praktisch praxis problem
        produkt profil projekt prozess qualifikation qualität regelmäßig reisebereitschaft relevant rolle schaffen
        schnell schreiben schwerpunkt se sehen selbst selbstständig selbständig september setzen sicher sicherstellen
        sorgen sorgfältig spannend spaß spezialist stadt standort stark stehen stelle stellen stellenanzeige
        strukturiert studienabschluss studiengang studium stunde stärke suchen tag team teamfähig teamfähigkeit
        teamgeist technisch technologie teil teilen teilzeit telefon termin thema tragen treffen treiben tätigkeit
        umfangreich umfassend umfeld umgang umgehen umsetzen umsetzung unabhängig unbefristet unterlagen unternehmen
        unterschiedlich unterstützen unterstützung verantworten verantwortlich verantwortung verantwortungsbewusst
        verbessern verfügen vergleichbar vergütung verhandlungssicher verschieden verständnis vertiefen vertraut
        vielfältig vollzeit voranbringen vorantreiben voraussetzung vorteil wachsen weg weiterentwickeln
        weiterentwicklung welt werkzeug wert wichtig willkommen wissen woche wort wünschen wünschenswert zeigen zeit
        zeitpunkt ziel zielorientiert zukunft zusammenarbeit zusammenarbeiten zuverlässig zuverlässigkeit übernahme
        übernehmen überzeugen
    """),
    vague=words("""
        analyse anwendung daten entwicklung ingenieur ingenieurin kampagne leitung methode modell norm planung serie
        software steuerung system systeme technik techniker test verarbeitung verfahren
    """),
    subjects=words("du ihr sie wir man"),
    aside=beginning("""
        über uns
        wer wir sind
        wir über uns
        das sind wir
        unser unternehmen
        unsere mission
        unser angebot
        wir bieten
        was wir bieten
        was wir dir bieten
        was wir ihnen bieten
        das bieten wir
        darauf kannst du dich freuen
        darauf können sie sich freuen
        deine vorteile
        ihre vorteile
        deine benefits
        ihre benefits
        benefits
        vergütung
        gehalt
        bewerbung
        so bewirbst du dich
        so bewerben sie sich
        kontakt
        ansprechpartner
        ihr ansprechpartner
        ihre ansprechpartner
        chancengleichheit
        gleichstellung
        vielfalt
        datenschutz
        standort
        arbeitsort
        dienstort
        eintrittstermin
        beginn
    """),
    asked=beginning("""
        anforderung
        ihr profil
        dein profil
        profil
        voraussetzung
        qualifikation
        das bringst du mit
        das bringen sie mit
        was du mitbringst
        was sie mitbringen
        was wir erwarten
        wir erwarten
        wen wir suchen
        wir suchen
        sie bringen mit
        du bringst mit
        kenntnisse
        aufgaben
        ihre aufgaben
        deine aufgaben
        das erwartet dich
        das erwartet sie
        was dich erwartet
        was sie erwartet
        tätigkeit
        von vorteil
        wünschenswert
        technologien
        fähigkeiten
    """),
    phrases=beginning("""
        schwerbehindert
        unabhängig von
        ungeachtet
        gleichstellung
        alle geschlechter
        wir freuen uns
        wir bieten
        richten sie ihre bewerbung
        senden sie
        bewerben sie sich
        bewirb dich
        aussagekräftig
    """),
)
