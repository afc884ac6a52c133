/// What fills the slots of demo texts.
enum DemoWords {
    static let products = words(
        "Starter plan, Team plan, Business plan, online shop, booking calendar, mail archive, photo gallery, contact form, "
            + "backup service, invoice module, mobile app, desktop app, reporting dashboard, newsletter editor, chat widget, "
            + "payment terminal, label printer, barcode scanner, customer portal, time tracker, inventory module, "
            + "survey builder, map view, data export, voucher module, video meeting room, shift planner, event calendar, "
            + "document safe, signature tool, weather sensor, route planner, kiosk mode, loyalty card, seating chart")
    static let pages = words(
        "home, contact, prices, about us, opening hours, team, gallery, terms, downloads, events, delivery, menu, "
            + "privacy, courses, references, vacancies, directions, workshop, catering, rental, archive, sponsors")
    static let devices = words(
        "Windows laptop, iPhone, Android phone, MacBook, office computer, tablet, Chrome, Firefox, Safari, Linux desktop, "
            + "Chromebook, reception computer, iPad, Edge, Raspberry Pi, thin client")
    static let errors = words(
        "Something went wrong, Error 500, Access denied, Connection timed out, Invalid token, Error 404, "
            + "Session expired, Could not save, Certificate expired, Unknown host, Quota exceeded, Error E-1042, "
            + "Checksum mismatch, Disk full, Error E-2203, Unsupported format, Handshake failed, Deadlock detected")
    static let months = words(
        "January, February, March, April, May, June, July, August, September, October, November, December")
    static let weekdays = words("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday")
    static let cities = words(
        "London, Berlin, Paris, Madrid, Lisbon, Vienna, Dublin, Oslo, Zurich, Porto, Graz, Leeds, Bergen, Ghent, Turin, "
            + "Malmö, Kraków, Cádiz, Reykjavík, Galway, Utrecht, Tartu, Ljubljana, Aarhus, Valletta")
    static let firstNames = words(
        "Ada, Grace, Alan, Edsger, Barbara, Ken, Margaret, Dennis, Radia, Tim, Frances, Donald, Hedy, Linus, Karen, Niklaus, "
            + "Sophie, Brian, Shafi, Leslie, Katherine, John, Mary, Peter, Anita, Claude, Joan, Robin, Lynn, Tony, Evelyn, "
            + "Rosa, Omar, Priya, Chen, Yuki, Fatima, Diego, Ines, Jonas, Amara, Nikola, Sana, Mateo, Freya, Kwame, Leila"
    )
    static let lastNames = words(
        "Smith, Jones, Taylor, Brown, Meyer, Schmidt, Garcia, Lopez, Rossi, Bianchi, Dubois, Martin, Silva, Santos, Novak, "
            + "Kowalski, Andersen, Larsen, Virtanen, Murphy, Walsh, Khan, Patel, Singh, Tanaka, Sato, Kim, Park, Chen, Wang, "
            + "Okafor, Mensah, Haddad, Cohen, Popov, Ivanova, Jansen, Peeters, Weber, Fischer, Moreau, Costa, Ferrari, Byrne"
    )
    static let orderPrefixes = words("A-, B-, S-, ORD-, W, 20")
    static let cents = words(".00, .50, .90, .95, .99")
    static let minutes = words(":00, :10, :15, :20, :30, :40, :45, :50")

    private static func words(_ list: String) -> [String] {
        list.split(separator: ",").map { String($0.drop(while: { $0 == " " })) }
    }
}
