"""Names of the operations that the public C++ headers declare: "Calendar::add_working_days", "score", "report::to_markdown"."""
import re, sys, pathlib
TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|[A-Za-z_]\w*|::|->|\S')
def tokens(text):
    text = re.sub(r"/\*.*?\*/|//[^\n]*", " ", text, flags=re.S)
    text = re.sub(r"^\s*#(?:[^\n\\]|\\.|\\\n)*", " ", text, flags=re.M)
    return TOKEN.findall(text)
def operations(text):
    out=set(); stack=[]  # (kind, name, public)
    head=[]; toks=tokens(text); i=0
    def scope(): return [s[1] for s in stack if s[1] and s[1]!="cchc"]
    def collecting(): return all(s[0] in("namespace","class") for s in stack) and all(s[2] for s in stack)
    def take(head):
        # a function: name followed by "(" at depth 0 outside <>
        depth=0; 
        for k,t in enumerate(head):
            if t=="<" : depth+=1
            elif t==">" : depth-=1
            elif t=="=" and depth==0: return
            elif t=="(" and depth<=0 and k>0:
                n=head[k-1]
                if re.match(r"[A-Za-z_]\w*$",n) and "operator" not in head[:k] and not (k>1 and head[k-2]=="~"):
                    if n in("noexcept","decltype","alignas","static_assert","requires"): return
                    out.add("::".join(scope()+[n])); 
                return
    while i<len(toks):
        t=toks[i]
        if t=="{":
            kind="other"; name=None; pub=True
            h=[x for x in head]
            if "namespace" in h: kind="namespace"; name="::".join(x for x in h[h.index("namespace")+1:] if x!="::") or "(anonymous)"
            elif "enum" in h: kind="enum"
            elif ("class" in h or "struct" in h) and "(" not in h:
                kind="class"; k=h.index("class") if "class" in h else h.index("struct"); name=h[k+1]; pub = "struct" in h
            elif collecting(): take(head)
            stack.append([kind,name,pub]); head=[]
        elif t=="}":
            if stack: stack.pop()
            head=[]
        elif t==";":
            if collecting() and not (head and head[0] in("using","typedef","friend")): take(head)
            head=[]
        elif t==":" and head and head[-1] in("public","private","protected") :
            stack[-1][2]= head[-1]=="public"; head=[]
        else: head.append(t)
        i+=1
    return out
if __name__=="__main__":
    allops={}
    for p in sorted(pathlib.Path(sys.argv[1]).rglob("*.hpp")):
        allops[p.name]=sorted(operations(p.read_text()))
    for k,v in allops.items(): print(k,len(v)," ".join(v))
    print(sum(map(len,allops.values())))
