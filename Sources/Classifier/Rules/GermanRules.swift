/// What German-speaking customers write. Terms are without umlauts: `ö` is `o`, `ß` is `ss`.
let germanRules = """
    billing.geld.de | 3.4 | rechnung*, erstatt*, ruckerstattung*, geld zuruck, abgebucht, abbuchung*, abgezogen, gutschrift*, gutgeschrieben, mahnung*, lastschrift*, doppelt berechnet, zweimal berechnet, berechnet, zu viel bezahlt, ruckzahlung*, zahlungserinnerung*, inkasso, betrag, uberweisung*, uberwiesen, storno*,
        falscher preis, kreditkartenabrechnung, kontoauszug, mahngebuhr*, ruckuberweisung, rucklastschrift*, eingezogen, einzug, abgerechnet, abrechnung*, guthaben auszahlen, auszahlung, kaution, belastet, belastung, zweimal belastet, kontobewegung, nachzahlung, jahresabrechnung, kulanz, vertrag gekundigt, rechnungsadresse,
        rechnungsnummer, quittung, beleg, buchhaltung, iban, sepa
        | rechnungsseite
    billing.preis.de | 2.4 | zahlung*, bezahl*, zahlen, gebuhr*, kosten, kostet, preis*, preiserhohung, rabatt, ratenzahlung, raten, abo, abonnement, beitrag, mehrwertsteuer, ust, steuernummer, kreditkarte, paypal, tarif, kundigen, kundigungsfrist, verlangerung, probeabo, probezeitraum, testphase, kreditkarte belastet,
        auf rechnung, angebot, kostenvoranschlag, mengenrabatt
        | kostenlos, preisliste, rabattcode
    technical_support.stoerung.de | 3.2 | funktioniert nicht, funktionieren nicht, nicht funktioniert, geht nicht, gehen nicht, fehler, fehlermeldung*, fehlercode, absturz*, sturzt, abgesturzt, storung*, ladt nicht, nicht geladen, nicht erreichbar, kaputt, defekt, ausgefallen, ausfall, offline, langsam, bricht ... ab,
        bricht ab, nicht mehr erkannt, nicht erkannt, hangt, eingefroren, friert, reagiert nicht, keine verbindung, verbindung bricht, offnet nicht, startet nicht, druckt nicht, synchronisiert nicht, schwarzer bildschirm, weisse seite, keine mails, kommen nicht an, gehackt, virus, sicherheitslucke, streikt, spinnt,
        klappt nicht, kein internet, kein netz, kein signal, kein bild, kein ton, ohne internet, keine besserung, fehlgeschlagen, schlagt fehl, erscheint immer, erscheint eine, erscheint ein, interner fehler, antwortet nicht, empfangen ... keine, keine e mails, keine nachrichten, nicht moglich, blinkt, flackert, ruckelt,
        dauert ewig, verschwunden, verloren gegangen, stromausfall, nicht mehr offnen, lasst sich nicht, geht nicht mehr, geht nix, kommt nichts an, bleibt hangen, bleibt schwarz, haut nicht hin, fehlerhaft, totalausfall, eingezogen karte, karte eingezogen, karte gesperrt, findet keine, findet nicht, findet kein,
        kein bild mehr, keine sender, spielt nicht, kein warmwasser, heizung
        | tippfehler, schreibfehler, rechtschreibfehler
    technical_support.zugang.de | 3.0 | passwort, kennwort, anmelden, anmeldung, einloggen, login, kein zugriff, gesperrt, zugang, zugangsdaten, ausgesperrt, nicht in mein konto, pin, verifizierungscode, nicht mehr rein, passwort vergessen, zurucksetzen, komme nicht rein, komme nicht mehr rein, zugriff verweigert,
        authentifizierung, zwei faktor, bestatigungscode
        | newsletter, wie kann ich mich
    technical_support.gerat.de | 1.4 | drucker, app, programm, software, router, wlan, netzwerk, server, bildschirm, upload, download, neustart, neu gestartet, neu installiert, update, aktualisierung, schnittstelle, browser
    site_edit.seite.de | 2.8 | webseite, website, internetseite, startseite, kontaktseite, teamseite, homepage, impressum, datenschutzerklarung, auf der seite, unserer seite, banner, uberschrift, fusszeile, kopfzeile, tippfehler, schreibfehler, rechtschreibfehler, verlinkung, link, menupunkt, speisekarte, galerie, blogbeitrag
        | ladt nicht, nicht erreichbar, fehlermeldung, anmelden, langsam, gutschein
    site_edit.aendern.de | 2.0 | bitte andern, andern sie, bitte ersetzen, ersetzen, austauschen, bitte hinzufugen, bitte entfernen, entfernen, bitte veroffentlichen, veroffentlichen, korrigieren, bild, foto, logo, text, aktualisieren sie, offnungszeiten, muss ... heissen, von der seite, hochladen, auf unsere seite,
        auf die seite, auf die webseite, auf die startseite, auf unserer webseite, auf der website, rausnehmen, reinnehmen, neue speisekarte, preisliste, anhang ... seite, stellen ... seite, stellen sie ... online, online stellen, von der website, umbenennen, austauscht, andert bitte, bitte aktualisieren, bilder, fotos, texte,
        button, bild ... loschen, foto ... loschen, bild vom, foto vom, auf der homepage, steht noch, unter team
        | konto, profil, passwort, adresse ... konto, haben sie offen, welche offnungszeiten, nachnamen
    question.wie.de | 2.2 | wie kann ich, wie lange, wo finde ich, wo kann ich, ich mochte wissen, eine frage, frage zu, ist es moglich, wann kommt, gibt es, lieferzeit*, lieferung, wie viel, wie viele, konnen sie mir sagen, bieten sie, haben sie, liefern sie, wurde gerne wissen, wurde gern wissen, welche, anleitung,
        bedienungsanleitung, was ist der unterschied, wie funktioniert, garantie, unterstutzt, kann man, passt, versand, wann, wo ist mein paket, grosse, wie melde, wie muss ich, wie bekomme ich, wie komme ich, welche unterlagen, welche dokumente, brauche ich, bis wann, ab wann, termin, ausleihen, muss man, darf man, darf ich,
        kann ich, konnte ich, ist das moglich, wie schnell, wie oft, wie hoch, wer ist zustandig, an wen, konnen sie mir, konnt ihr mir, haben sie offen, habt ihr, gibt es bei ihnen, wie alt, mitbringen, mitnehmen, voraussetzung*, sperrmull, reisepass, personalausweis, anmelden fur, wartezeit, umtauschen, umtausch, abholen,
        auf lager, lieferbar, verfugbar, empfehlen, empfehlung, hat jemand, kennt jemand, weiss jemand, was kann ich tun, auch in, in schwarz, in grosse
        | gutschein*, punkte, wie funktioniert ... nicht, rechnung*, erstatt*, gebuhr*, mahngebuhr*
    question.satz.de | 0.8 | ^ wie, ^ wo, ^ wann, ^ welche, ^ welcher, ^ welches, ^ was, ^ kann, ^ konnen, ^ gibt, ^ ist, ^ haben, ^ wer
    account.konto.de | 3.4 | mein konto, meinem konto, meines kontos, mein profil, meinem profil, im profil, kundenkonto, konto loschen, loschen sie mein, benutzerkonto, adresse andern, name geandert, nachnamen, mail adresse hat sich, mail adresse andern, e mail adresse, neue adresse, umgezogen, meine daten, personenbezogene,
        dsgvo, benutzername, kontodaten, konto schliessen, konto kundigen, mitgliedschaft, telefonnummer andern, anschrift, neue anschrift, umzug, kundendaten, stammdaten, adressanderung, namensanderung, geheiratet, kontaktdaten, telefonnummer hat sich, neue telefonnummer, neue handynummer, handynummer, geburtsdatum,
        profilbild, nutzer anlegen, benutzer anlegen, neuen benutzer, benutzer loschen, nutzer loschen, zugriffsrechte, berechtigung*, adminrechte, auskunft, datenauskunft, konto reaktivieren, konten zusammen, zwei konten, account loschen, mein account, meinen account, meinem account
        | abgebucht, gesperrt, rechnung*, passwort
    redemption.gutschein.de | 4.4 | gutschein*, einlosen, eingelost, geschenkkarte*, geschenkgutschein*, rabattcode*, aktionscode*, bonuspunkte, treuepunkte, meine punkte, pramie, pramien, aktivierungscode, guthabenkarte, rubbelfeld, gutscheincode*, rabattcode funktioniert, code ... ungultig, code wird nicht, bonuskarte,
        kundenkarte, treuekarte, stempelkarte, punktestand, punkte, meilen, vielflieger, freikaffee, werbepramie, empfehlungsbonus, cashback, guthabencode, code von der karte, den code ein, code eingeben, code ein
    other.sonst.de | 3.2 | beschwerde*, beschweren, mit einem mitarbeiter, mit einem menschen, sprechen mit, sprechen, ansprechpartner, ruckmeldung geben, gewonnen, gewinnspiel, lob, bedanken, weiter so, bewerbung, bewerben, praktikum, stellenangebot, lebenslauf, abmelden ... newsletter, newsletter, witz, unfreundlich,
        verhalten, abwesenheit, nicht im buro, zusammenarbeit, kooperation, spende, guten morgen ?, wie geht, wetter, journalist, schulerin, schulprojekt, vorschlag, verbesserungsvorschlag, mit einem echten, mit jemandem, mit einer person, menschen reden, jemanden sprechen, geht gar nicht, frech, unhoflich, danke fur alles,
        vielen dank fur die, super service, toller service, tolle beratung, sponsor*, sponsoring, interview, presseanfrage, fundsachen, verloren bei ihnen, larm, parkt, zugeparkt, beleidigt, ausbildungsplatz, initiativbewerbung, einladung, messe, gastbeitrag, falscher empfanger, die besten, ihr seid, sie sind die, danke ihnen,
        grosses lob, tolles team
    priority.high.de | 1.0 | dringend, so schnell wie moglich, umgehend, sofort, eilt, frist, ausgesperrt, gesperrt, zweimal abgebucht, doppelt abgebucht, inakzeptabel, unverschamt, heute noch, bis morgen | nicht dringend, eilt nicht
    priority.urgent.ausfall.de | 1.0 | system steht, alles steht, niemand kann, kompletter ausfall, totalausfall, produktion steht, alle kunden, datenleck, datenverlust, gehackt
    priority.low.de | 1.2 | nicht dringend, keine eile, eilt nicht, wenn sie zeit haben, bei gelegenheit, kleiner tippfehler
    tag.angry.de | 1 | unverschamt*, frechheit, inakzeptabel, sauer, wutend, zum dritten mal, enttauscht, unmoglich, sauerei
    tag.legal.de | 1 | anwalt, rechtsanwalt, klage, gericht, verbraucherzentrale, rechtliche schritte, datenschutz*, dsgvo
    tag.security.de | 1 | gehackt, datenleck, virus, phishing, sicherheitslucke, gestohlen, fremder zugriff, betrug
    tag.payment-dispute.de | 1 | zweimal abgebucht, doppelt abgebucht, unberechtigt*, nicht autorisiert, zu viel berechnet, abbuchung ... nicht, betrug, zweite zahlung, falsch abgerechnet
    tag.change-request.de | 1 | bitte andern, andern sie, loschen sie, konto loschen, kundigen, kundigung, stornieren, bitte entfernen, ersetzen sie, bitte tragen sie, mochte ... andern, austauschen, korrigieren sie
    """
