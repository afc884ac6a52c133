/// What French-speaking customers write. Terms are without accents, and an elided article is a word: `l application`.
let frenchRules = """
    billing.argent.fr | 3.4 | facture*, rembours*, preleve*, prelevement*, debite*, facturation, facture deux fois, paye deux fois, trop percu, avoir pour, double prelevement, argent, avoir, releve bancaire, virement, echeance, relance, recouvrement
    billing.prix.fr | 2.4 | paiement*, payer, paye, frais, prix, tarif*, carte bancaire, carte bleue, abonnement, plusieurs fois, mensualite*, tva, montant, cout, coute, remise, cheque, paypal, resilie | code promo, bon d achat, carte cadeau, moment de payer
    technical_support.panne.fr | 3.2 | ne fonctionne, ne fonctionnent, ne marche, ne marchent, marche pas, fonctionne pas, erreur, panne, plante, plantent, bogue, bug, ne se charge, charge pas, ne s ouvre, se ferme, ferme toute seule, plus reconnue, plus reconnu, pas reconnu*, bloque, gele, lent, lente, impossible d acceder,
        impossible de, ne repond, inaccessible, indisponible, hors ligne, ecran noir, page blanche, ne s affiche, deconnecte, pirate, virus, ne demarre, dysfonctionn*, ne recois, ne recoit
        | faute, promo, bon d achat
    technical_support.acces.fr | 3.0 | mot de passe, me connecter, connexion impossible, connexion, identifiant*, plus me connecter, code pin, code de verification, verrouille, acces refuse, compte bloque
    technical_support.materiel.fr | 1.4 | imprimante, application, logiciel, ordinateur, routeur, wifi, serveur, ecran, mise a jour, redemarre, reinstalle, navigateur, fichier, telechargement, synchronis*
    site_edit.page.fr | 2.8 | site web, site internet, page d accueil, page contact, notre site, du site, la page, mentions legales, banniere, pied de page, titre, en tete, bouton, lien casse, lien mort, faute d orthographe, faute de frappe, coquille, article de blog, galerie, menu | ne se charge, panne, erreur, charge pas, inaccessible
    site_edit.modifier.fr | 2.0 | merci de modifier, modifier le, modifier les, modifier la, changer le, changer la photo, remplacer, ajouter la, ajouter le, ajoutez, enlever, retirer, supprimer la photo, mettre a jour la, mettre a jour le, publier, corriger, horaires, photo, image, logo, texte, piece jointe, ci joint
        | compte, profil, mot de passe, cv, facture, quels sont vos horaires, ouvert
    question.comment.fr | 2.2 | comment puis, comment faire, comment, combien de temps, combien, j aimerais savoir, je voudrais savoir, une question, est il possible, est ce possible, quand arrive, ou puis, ou trouver, livrez vous, livraison, avez vous, proposez vous, quelle est, quel est, quels sont, garantie, y a t il, delai*,
        peut on, notice, mode d emploi, ma commande, colis, taille, difference entre, vendez vous
        | points, code promo, bon d achat, mon nom, remboursement
    question.phrase.fr | 0.8 | ^ comment, ^ ou, ^ quand, ^ quel, ^ quelle, ^ combien, ^ est ce, ^ puis, ^ peut, ^ pouvez, ^ avez, ^ y a t il
    account.compte.fr | 3.4 | mon compte, mon profil, supprimer mon compte, fermer mon compte, changer mon adresse, changer l adresse, adresse mail, adresse e mail, nouvelle adresse, mes donnees, donnees personnelles, rgpd, mon nom, nom d utilisateur, mes coordonnees, mariee, demenage, numero de telephone, mes informations,
        adhesion, desactiver mon | debite, preleve*, bloque, mot de passe, facture
    redemption.bon.fr | 4.4 | bon d achat, bons d achat, carte cadeau, cartes cadeaux, code promo, code promotionnel, code de reduction, bon de reduction, cheque cadeau, echanger mes points, points de fidelite, mes points, cadeau, cagnotte, code d activation, coupon*
    other.autre.fr | 3.2 | plainte, me plaindre, reclamation, parler a, parler avec, conseiller, conseillere, suggestion, bravo, felicit*, candidature, mon cv, stage, emploi, poste de, newsletter, desabonn*, desinscri*, gagne, loterie, blague, attitude, impoli*, meteo, partenariat, journaliste, absence du bureau,
        je suis absent, remercier, humain, avis sur
    priority.high.fr | 1.0 | urgent, urgence, au plus vite, des que possible, immediatement, le plus rapidement, bloque, deux fois, inacceptable, avant demain, aujourd hui meme | pas urgent, rien d urgent
    priority.urgent.panne.fr | 1.0 | tout est en panne, personne ne peut, panne generale, production a l arret, tous nos clients, fuite de donnees, perte de donnees, pirate
    priority.low.fr | 1.2 | pas urgent, rien d urgent, quand vous aurez le temps, pas presse, petite faute
    tag.angry.fr | 1 | inacceptable, scandaleux, honteux, furieux, furieuse, troisieme fois, ras le bol, decu, decue, inadmissible, incompetent*
    tag.legal.fr | 1 | avocat, tribunal, plainte au, mise en demeure, action en justice, rgpd, juridique, service des fraudes
    tag.security.fr | 1 | pirate, piratage, fuite de donnees, virus, hameconnage, vole, volee, fraude, usurpation
    tag.payment-dispute.fr | 1 | debite deux fois, deux fois, preleve deux fois, double prelevement, prelevement non autorise, pas autorise, contester, conteste, fraude, facture a tort
    tag.change-request.fr | 1 | merci de modifier, supprimer mon compte, supprimer ma, annuler ma, annuler mon, resilier, changer mon, changer l adresse, changer ma, veuillez modifier, veuillez supprimer, veuillez changer, remplacer
    """
