# Makes countries.tsv from a file of World Factbook entries, one JSON object a line: python3 tables/derive_countries.py FACTBOOK.jsonl > src/Stemma/Languages/En/countries.tsv
import json, re, sys
rows=[]
def clean(s):
    s=re.sub(r'<[^>]*>','',s or ''); s=re.sub(r'\s*\([^)]*\)','',s); return s.split(';')[0].split(' note')[0].strip()
for l in open(sys.argv[1], encoding='utf-8'):
    d=json.loads(l)
    short=clean(d['short'])
    if not short or short=='none' or ',' in short and d['file'].split('/')[1] in('um.json',): continue
    names=[]
    # "Korea, North" -> North Korea ; "Bahamas, The" -> Bahamas
    m=re.match(r'^(.+), (North|South|The|Republic of the|Democratic Republic of the)$',short)
    if m:
        a,b=m.groups()
        if b in('North','South'): names.append(f'{b} {a}')
        elif b=='The': names.append(a)
        else: names.append(f'{b} {a}'); names.append(a if 'Congo' not in a else 'DR Congo' if 'Democratic' in b else 'Congo')
    elif ',' in short: names+= [x.strip() for x in short.split(',')]
    else: names.append(short)
    lg=clean(d['long'])
    if lg and lg!='none' and lg not in names and ',' not in lg and not lg.endswith(' of') : names.append(lg)
    ab=re.sub(r'\([^)]*\)','',d['abbr'] or '')
    for a in re.split(r'[/,]| or ',ab):
        a=a.strip()
        if re.fullmatch(r'[A-Z]{2,5}',a) and a not in('NL','TT','IO','SAR') : names.append(a)
    adj=[]
    for a in re.split(r',| or |/',clean(d['adjective'])):
        a=a.strip()
        if re.fullmatch(r"[A-Z][\w'’ -]+",a) and len(a.split())<=3: adj.append(a)
    dem=[]
    noun=re.sub(r'\((singular|plural|singular and plural|collective plural)[^)]*\)','',d['noun'] or '').split(';')[0]
    for a in re.split(r',| or ',noun):
        a=a.strip()
        a1=re.sub(r'\((s|men|women|es)\)','',a).strip()
        if re.fullmatch(r"[A-Z][\w'’ -]+",a1) and len(a1.split())<=3:
            dem.append(a1)
            if a.endswith('(s)'): dem.append(a1+'s')
            if '(men)' in a: dem.append(a1[:-3]+'men')
            if '(women)' in a: dem.append(a1[:-5]+'women')
    cap=[]
    c=clean(d['capital'])
    c=c.split(' note')[0]
    if c and not c.startswith('administered') and d['file']!='europe/ee.json' and c.lower()!='none':
        c=re.split(r'[/]',c)[0]
        for x in c.split(','):
            x=x.strip()
            if re.fullmatch(r"[A-Z][\w'’. -]+",x) and x not in('D.C.',) and len(x.split())<=4: cap.append(x)
    u=lambda xs:'|'.join(dict.fromkeys(xs))
    rows.append((names[0],u(names),u(adj),u(dem),u(cap)))
rows.sort()
print('# Countries and territories: one a line. Columns: key, names, adjectives, nouns for the people, capitals (each a list parted by "|").')
print('# source: The World Factbook, Central Intelligence Agency (fields government/country name, capital, nationality), taken 2025')
print('# licence: public domain (a work of the United States government)')
print('# made by: splitting the fields at commas, "or" and notes; lists in text order; sorted by name (python3 tables/derive_countries.py FACTBOOK.jsonl)')
for r in rows: print('\t'.join(r))
