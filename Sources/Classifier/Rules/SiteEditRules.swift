/// Requests to change what a web site says or shows.
let siteEditRules = """
    site_edit.page | 2.6 | contact page, home page, homepage, landing page, about page, about us page, staff page, events page, event page,
        blog post*, blog, our website, the website, our site, web page, webpage, join page, forms page, resources page,
        notices page, pages, on this page, to the page, on the page, this page, treatments page, delivery page, trustees page,
        faq page, team page, gallery, downloads page, pricing page, news page, services page, shop page | down, crash*, slow, outage*, error*
    site_edit.page.weak | 1.4 | page, website, web site, section, site | giving me, 502, 500, 503, down, error*, crash*, outage*, inaccessible
    site_edit.element | 1.8 | banner, footer, header, headline, menu tab, tab, button, logo, image, images, picture*, photo*, icon, icons, layout, heading,
        paragraph, caption*, slider, carousel, map pin, typo, typos, wording, navigation, font, background, thumbnail*, copyright,
        opening hours, svg, html, brochure, stylesheet, css, spelling mistake, template, stubs, bio, sidebar, favicon, title tag, meta description
        | printer
    site_edit.link | 2.4 | broken link*, fix link*, link to, links to, hyperlink*, update ... link, slack link, image link, click here, social links, dead link*,
        fix url, update ... url, change ... link
    site_edit.imperative | 2.6 | ^ add, ^ update, ^ updated, ^ fix, ^ fixed, ^ fixes, ^ remove, ^ removed, ^ removing, ^ rename, ^ renamed, ^ move, ^ moved,
        ^ translate, ^ improve, ^ display, ^ adding, ^ added, ^ addition, ^ change, ^ changed, ^ replace, ^ replaced, ^ correct, ^ edit,
        ^ delete, ^ swap, ^ revise, ^ adjust, ^ tweak, ^ insert, ^ publish, ^ updating, ^ updates, ^ clean, ^ cleanup, ^ bump, ^ refactor,
        ^ merge, ^ use new, ^ hide, ^ show, ^ restore missing, ^ minor, ^ consistency, ^ make, ^ set, ^ new
        | billing, my profile, account, ubuntu, upgrade, livecd, linux, windows, plan, my account, password, payment, direct deposit, currency
    site_edit.please | 2.8 | please add, please update, please remove, please replace, please change, please post, please publish, please correct,
        please edit, please upload, please amend, please link, please take, please put, please swap, please move, please delete,
        need to update, needs to be updated, request to update, requesting update, requesting changes, following changes, can you add,
        could you add, can you post, can you change, could you change, can you update, could you update, can you replace, can you put,
        can you remove, could you remove, change request, should read, should say, to say, instead of,  please amend, needs changing,
        need changing, to be posted, go live, going live, requesting an update, would like ... changed, would like ... to say,
        please include, remove ... from, replace ... with | password, payment, my account, billing, invoice*, subscription, my profile, refund*
    site_edit.attached | 1.4 | attached, attachment, see attach*, spreadsheet, onedrive, attaching, word file | invoice*, crash*, meeting, error*
    site_edit.content | 1.4 | announcement*, contacts, contact number, phone number, office, editorial, shown on, shows our old, old number, still shows,
        still says, new version, publish, published, repository, listed, listing, terms and conditions, content, text, update contact*,
        contact update, notice*, entry, members list, table, governance, tag, staff member, stepped down
        | text message*, txt, free text, text stop, text to, chat
    site_edit.files | 1.2 | readme, changelog, docs, guide, jekyll, markdown, yml, yaml, changelog, data list, mailing list, slack, calendar, working group,
        meetup, community, subcommunity, post, posts
    site_edit.url | 0.8 | <url> | call, txt, text, win, won, claim, free
    site_edit.prices | 1.6 | prices on, prices for, prices go, price* ... page, prices, pricing as shown | billing, discount*, payment*, subscription*
    site_edit.not.help | -2.0 | i not, how do i, how can i, how to, customer support, not work*, i need help, assistance, refund*, my card, issue persists
    site_edit.still | 1.8 | still has, still lists, still says, still shows, still list*, still listed, no longer works here, left the company, has left, left in,
        is out of date, out of date, outdated | still has not, money, refund*, crash*
    site_edit.place | 1.6 | bottom of, top of, every page, next to the, in the menu, staff list, opening times, opening hours, on the website, on our website,
        press release, alt text, hero image, landing page, front page, our new ... number, our new address, our address has changed, downloads section,
        on our site, in the footer, in the header, put ... on the website, sidebar, our new telephone, search results page
    site_edit.spelling | 1.6 | misspel*, spelling of, spelled wrong, spelt wrong, spelling, wrong name, testimonial*, margins, mobile nav, nav, members page, background of,
        speaker bio*, bios, broken url, urls, wording of, bullet point*, press page, web address, our site, the site, shop page
        | testimonials from, error*, crash*, slow, 500, 502
    site_edit.order | 1.0 | upload, delete the, remove the, replace the, change the, correct the, swap the, add the, update the, add a, add our, put the, take down, new logo
        | password, account, payment*, upload fail*, not upload*, error*, crash*, i not
    """
