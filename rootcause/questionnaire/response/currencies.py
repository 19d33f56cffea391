"""The codes of ISO 4217 that people pay with, for those who type them in small letters."""

from __future__ import annotations

_CODES = """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD
MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB
RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD
UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
"""
_ALSO_WORDS = "ALL BOB COP CUP GEL MAD MOP PEN RUB SOS TOP TRY"
_NAMES = {"euro": "EUR", "euros": "EUR"}


def currency_named(word: str) -> str | None:
    """The code that a word means: any three capitals, a known code in small letters, `euros`.

    `1200 all` is no sum in Albanian lek: codes that are words as well are taken in capitals only.
    """
    if len(word) == 3 and word.isascii() and word.isalpha() and word.isupper():
        return word
    code = word.upper()
    if code in _CODES.split() and code not in _ALSO_WORDS.split():
        return code
    return _NAMES.get(word.lower())
