/// The words that are mended when a letter is wrong, and real words that are one letter away from one of these.
enum TypoWords {
    static let mended = words(
        """
        account accounts address attached banner billing birthday browser cancel cancelled certificate charged charges complain complaint
        connect connection coupon coupons crashed crashes customer dashboard database deactivate deadline debited delete
        deleted deliver delivered delivery discount document documents download downloaded email emails error errors expired
        export feedback footer forgotten function header headline homepage immediately information install installed
        invoice invoices invoiced language license locked logged login loyalty manager membership mistake newsletter
        notification offline opening operator overcharged overpaid package parcel password passwords payment payments
        permission picture pictures please points premium printer printing problem problems product profile provider
        purchase question questions receipt received receive redeem redeemed redemption refund refunded refunds register
        registration reimburse reimbursement remove replace represent representative request reset restart restarted
        return returned rewards router screen security server servers service services settings shipping shipment
        shipped spelling statement subscription subscriptions support surname technical technician telephone terrible
        thanks ticket tracking transaction transactions transfer transferred unacceptable unauthorized unauthorised
        unsubscribe unusable update updated upgrade upload uploaded urgent urgently username verification voucher
        vouchers warranty website welcome withdrawal withdraw working supervisor promo rebate discounts subscribe
        navigation calendar synchronisation integration compatible available availability payed paid
        rechnung rechnungen erstattung zahlung abbuchung gutschein gutscheine passwort fehler fehlermeldung anmelden
        anmeldung lieferung konto mahnung kundigung startseite offnungszeiten drucker beschwerde mitarbeiter
        facture factures remboursement paiement commande livraison connexion compte probleme erreur horaires
        factura facturas reembolso pedido contrasena cuenta problema entrega horario devolucion impresora
        fatura faturas pagamento senha aplicativo entrega conta reclamacao atendente
        """)

    static let real = words(
        """
        regards reward regard rewarded record records forward guards awards
                accent changed changes changer charger charges chargers banned banners manner dinner canner willing filling pointer printed
        painter printers prints painting joints paints pints pointed severe sever serves served savers deliver delivers
        shipping slipping shopping skipping snipping whipping shipped slipped skipped chipped shopped restate restarts
        rebates debate rebated paints recent recant received receives deceive relieve believe refined refuse refused reused
        retune return returns removed removes remote remover replaced replaces connects collect correct correction
        collection converts convert concept created crashed crushed crush crashes caused cashed cashes washes dashes address addressed
        addresses attacked attaches detached wording worming worker workings weekend locked looked blocked lacked docked clocked
        logged jogged legged lagged longed lodged manage managed manages managers bonus points prints paints request requests requests
        question quested parents present presents pictures pictured mixture sending sensing seeing opening openings resent rest
        upgraded upgrades updates uploads downloads installs export exports expert experts expect expects extort
        profile profiles profit promo prime proms product produce products provided provides providers promised promises
        produced parcel parcels partial screened screens scream screens packages package packaged posted tracking trucking
        cracking stacking backing transfers transform services serviced serving device devices support supports supported
        settings sittings setting tickets ticked thicket wicked picket cricket welcomes welcomed website websites discounts discount
        language languages licensed licenses letter better latter letters latest header heather reader leader heaters heated
        footer hooter footed footers banner errors terror mirror emails error urgent argent redeem redeems refund refunds
        server servers severs verse statement statements steaming payments payment paints layment voucher vouchers vouched
        return returned returner retuned cancel cancels cancer canceled counsel candle problem problems programs
        complain complains complaints compliant compliment explain contain maintain coupon coupons common couple couples
        warranty warranted deliver delivery deliveries delivered receipt receipts recipe recipes recipient document documented
        calendar calendars cylinder customer customers costumer costumers customs costume membership members receive receiver
        function functions junction friction fraction section action compatible computable available database databases
        mistake mistakes mistaken feedback telephone telephones deadline deadlines headline headlines online offline outline
        deleted delete deletes depleted related selected defeated elected pleased please pleas pleaser pleases peace plane
        thanks thank banks ranks tanks think thinks opener reopening username usernames security secure securely
        paint paid said laid paged payer payed played prayed pages passed swayed stayed buyer layer
        konto kontos contra conte contes compte comptes conto fahrer fehler fehlers fehlt sender senden lieferungen zahlungen
        pedido pedidos perdido medido senhas senha conta contas canta conte entregas entrega entregar horarios problemas
        commander commandes comande comand compter erreurs horaire paiements mahnungen drucker drucken drucke druckers druck
        """)

    private static func words(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "\n" }.map(String.init)
    }
}
