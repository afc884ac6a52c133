/// Requests to change what a web site says or shows.
let siteEditRules = """
    site_edit.page | 2.6 | contact page, contacts page, home page, homepage, start page, landing page, about page, about us page, staff page, events page, event page, blog post*, blog, our website, the website, our site, the site, web page, webpage,
        join page, forms page, resources page, pages, on this page, to the page, on the page, this page, that page, faq page, team page, gallery, downloads page, pricing page, news page, services page, shop page, welcome page,
        menu page, privacy page, careers page, members page, delivery page, products page, product page, calendar page, front page, subpage, index page, donate page, press page, project page, booking page
        | down, crash*, slow, outage*, error*, 500, 502, 404, not load*, not open, does not exist in
    site_edit.page.weak | 1.4 | page, website, web site, section, site, wiki | giving me, 502, 500, 503, down, error*, crash*, outage*, inaccessible, goes white, reset my, login page, pricing page ... clear, bus stop*, site visit, not load*, log in, slow
    site_edit.element | 1.8 | banner, footer, header, headline, menu tab, tab, button, logo, logos, image, images, picture*, photo, photos, icon, icons, layout, heading, headings, paragraph, caption*, slider, carousel, map pin, typo, typos, wording,
        navigation, navbar, font, fonts, background, thumbnail*, copyright, opening hours, svg, html, brochure, stylesheet, css, template, bio, bios, sidebar, favicon, title tag, meta description, placeholder text,
        drop down, dropdown, hero, call to action, contact form, enquiry form, form field, embed*, widget, testimonial*, sitemap, newsletter signup form, cookie banner, privacy policy, imprint, colour scheme, color scheme
        | printer, profile picture, scanner, camera, press*, photos app
    site_edit.link | 2.4 | broken link*, fix link*, link to, links to, hyperlink*, update ... link, image link, click here, social links, social media link*, dead link*, fix url, update ... url, change ... link, broken url, link under, link in the,
        link on the, wrong link, url on, links on, links in, redirect* to, link it from, remove ... link, add ... link, the link | reset link, error, log in, tracking link, download link, link expired, the link in your mail
    # Change requests are written like titles: a verb first.
    site_edit.imperative | 2.6 | ^ add, ^ update, ^ updated, ^ fix, ^ fixed, ^ fixes, ^ remove, ^ removed, ^ removing, ^ rename, ^ renamed, ^ move, ^ moved, ^ translate, ^ improve, ^ display, ^ adding, ^ added, ^ addition, ^ change, ^ changed, ^ replace,
        ^ replaced, ^ correct, ^ corrected, ^ edit, ^ delete, ^ deleted, ^ swap, ^ revise, ^ revised, ^ adjust, ^ tweak, ^ insert, ^ publish, ^ updating, ^ updates, ^ clean, ^ cleanup, ^ bump, ^ refactor, ^ merge, ^ use new, ^ hide,
        ^ show, ^ restore missing, ^ minor, ^ consistency, ^ make, ^ set, ^ new, ^ create, ^ include, ^ switch, ^ reword, ^ reorder, ^ rewrite, ^ align, ^ style, ^ draft, ^ link, ^ upload, ^ put, ^ drop, ^ convert, ^ archive, ^ enable
        | billing, my profile, account, accounts, ubuntu, upgrade, livecd, linux, windows, plan, my account, password, payment, direct deposit, currency, alarm, timer, reminder, reservation, playlist, shopping list, to do list, my list, my calendar, lights, phone
    site_edit.please | 2.8 | please add, please update, please remove, please replace, please change, please post, please publish, please correct, please edit, please upload, please amend, please link, please take, please put, please swap, please move,
        please delete, please use, please insert, please reword, please display, need to update, needs to be updated, need to be updated, needs updating, request to update, requesting update, requesting changes, following changes, can you add,
        could you add, can you post, can you change, could you change, can you update, could you update, can you replace, could you replace, can you swap, could you swap, can you put, could you put, can you remove, could you remove, can you make,
        could you make, can you upload, could you upload, can you publish, could you publish, could you post, could you exchange, please exchange, change request, should read, should say, should be spelled, should point to, should link to, to say,
        instead of, needs changing, need changing, to be posted, go live, going live, requesting an update, would like ... changed, would like ... to say, please include, remove ... from, replace ... with, change ... to read, change to, please change that
        | password, payment, my account, billing, invoice*, subscription, my profile, refund*, profile, membership, my address, delivery address, shipping address, my order, my e mail, my email, account, sign up, newsletter
    site_edit.attached | 1.4 | attached, attachment, see attach*, onedrive, attaching, word file, enclosed | invoice*, crash*, meeting, error*, my cv, screenshot, log file*, job, receipt, statement, resume
    site_edit.content | 1.4 | announcement*, contacts, contact number, office location*, editorial, shown on, shows our old, old number, still shows, still says, new version, publish, published, repository, listed, listing, terms and conditions, content,
        update contact*, contact update, notice*, members list, table, staff member, stepped down, news item, news post, news article, press release*, new address, our logo, new logo, price list, our partners, our team, old shop, our new
        | text message*, txt, free text, text stop, text to, chat, listen, book a table, table for, my new
    site_edit.files | 1.2 | readme, changelog, docs, guide, jekyll, markdown, yml, yaml, data list, mailing list, slack, calendar, working group, meetup, community, post, posts, footnote*, frontmatter, translation*, glossary, minutes page
        | how long, my post, set up, outlook, meeting
    site_edit.url | 0.8 | <url> | call, txt, text, win, won, claim, free, error*
    site_edit.prices | 1.6 | prices on, prices for, prices go, price* ... page, prices, pricing as shown, price list | billing, discount*, payment*, subscription*, send, charged, invoice*
    # Whoever asks for help wants no page changed.
    site_edit.not.help | -2.0 | i not, how do i, how can i, how to, customer support, not work*, i need help, refund*, my card, issue persists, my account, my password, my order
    site_edit.still | 1.8 | still has, still lists, still says, still shows, still list*, still listed, no longer works here, left the company, left us, has left, left in, is out of date, out of date, outdated
        | still has not, money, refund*, crash*, account, workspace, ownership, still shows as, card
    site_edit.place | 1.6 | bottom of, top of, every page, next to the, in the menu, staff list, opening times, opening hours, on the website, on our website, press release, alt text, hero image, landing page, front page, our new ... number, our new address,
        our address has changed, downloads section, on our site, in the footer, in the header, in the heading, second heading, to the footer, to the header, to the menu, put ... on the website, sidebar, our new telephone, search results page,
        second paragraph, first paragraph, off the page, off the site, off the website, from the website, from the page, from our website, we have moved, new opening | are you open
    site_edit.spelling | 1.8 | misspel*, misspelt, spelling of, spelled wrong, spelt wrong, spelling, spelling mistake, typing error, wrong name, testimonial*, margins, mobile nav, nav, background of, speaker bio*, wording of, bullet point*, web address,
        grammar, wrongly spelled, punctuation, hard to read, make it darker, make it bigger, too small to read, reads | testimonials from, error*, crash*, slow, 500, 502, my name, my profile, my surname, barcode*, does not read
    site_edit.order | 1.0 | upload, delete the, remove the, replace the, change the, correct the, swap the, add the, update the, add a, add our, put the, take down, new logo, swap, exchange the photo, use it in, change that
        | password, account, payment*, upload fail*, not upload*, error*, crash*, i not, order, press
    site_edit.act.on | 2.2 | change ... page, update ... page, remove ... page, add ... page, replace ... page, correct ... page, put ... page, change ... site, update ... website, add ... website, remove ... website, change ... website, replace ... photo,
        replace ... picture, replace ... image, swap ... picture, swap ... photo, swap ... image, remove ... photo, remove ... picture, take ... photo, add ... photo, add ... picture, new photo*, change ... photo, change ... heading, change ... headline,
        change ... text, update ... text, replace ... text, change ... wording, change ... banner, add ... banner, put ... banner, add ... footer, change ... footer, change ... logo, change ... button, add ... button, remove ... section, add ... section,
        replace ... file, replace ... pdf, upload ... pdf, upload ... page, publish ... text, publish ... article, publish ... post, publish ... attached, update ... hours, change ... hours, take ... off the, add ... field, move ... menu, make ... darker,
        make ... bigger, make ... bold, update ... logo, post ... news, one i attached, the button says, the heading says, the page says, footer says
        | profile, not load*, error*, goes white, my account
    """
