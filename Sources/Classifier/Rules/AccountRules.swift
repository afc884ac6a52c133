/// A customer's own account and profile, and what is redeemed: vouchers, gift cards, points.
let accountRules = """
    account.profile | 3.2 | my profile, edit my profile, personal details, personal data, personal information, change my name, change my email, change ... email address,
        change my address, change ... phone number, update my details, update my email, update my address, my details, my username, user name, display name,
        email preferences, notification settings
    account.close | 3.4 | delete ... account, close ... account, deactivate ... account, remove my account, cancel my account, erase my data, gdpr, data protection request
    account.open | 2.4 | create ... account, open ... account, opening ... account, creating ... account, new account, set up an account, make an account, switch* ... account,
        account type*, gold account, platinum account, add a user, invite ... user*, team member*, merge ... accounts, two accounts, transfer ownership
    account.access | 2.2 | not log in, not login, not sign in, log in, login, sign in, locked out, account ... locked, account ... blocked, forgot ... password, reset ... password,
        reset my password, password reset, change ... password, recover ... account, two factor, 2fa, verification email, verify my email, verification code
    account.word | 1.2 | my account, account settings, my login, membership
    redemption.code | 5 | redeem*, redemption, voucher code*, promo code*, promotional code*, coupon*, gift card*, gift voucher*, discount code*, gift code*, activation code*,
        my voucher, the voucher, a voucher, scratch card | you have won, prize, claim ur, text, txt
    redemption.points | 3.8 | reward points, loyalty points, my points, bonus points, points ... balance, points not, points to, rewards, cash back for, cashback, air miles, loyalty card,
        points expired, earn points | prize, txt
    """
