/** Calm and WeChat-like; contrast of text and buttons at least 4.5:1 in light and dark. */
export const PHONE_STYLE = `
:root{--page:#ededed;--soft:#ededed;--surface:#fff;--ink:#191919;--second:#595959;--line:#e5e5e5;--green:#067d42;--pressed:#05663a;--on-green:#fff;--fault:#b42318;--ring:#067d42}
@media (prefers-color-scheme:dark){:root{--page:#111;--soft:#2c2c2c;--surface:#1c1c1c;--ink:#ededed;--second:#a8a8a8;--line:#303030;--green:#3dc97b;--pressed:#2fb36a;--on-green:#06210f;--fault:#ff9a8f;--ring:#3dc97b}}
*{box-sizing:border-box;margin:0}
html,body{height:100%}
body{background:var(--page);color:var(--ink);font:17px/1.5 -apple-system,BlinkMacSystemFont,"PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif;-webkit-text-size-adjust:100%}
main{min-height:100%;max-width:480px;margin:0 auto;background:var(--surface);display:flex;flex-direction:column;padding:env(safe-area-inset-top) 24px calc(24px + env(safe-area-inset-bottom))}
header{display:grid;grid-template-columns:44px 1fr 44px;align-items:center;margin:0 -12px;height:56px}
h1{font-size:17px;font-weight:600;text-align:center}
button{font:inherit;color:inherit;border:0;background:none;min-height:48px;border-radius:8px;cursor:pointer}
button:focus-visible{outline:3px solid var(--ring);outline-offset:2px}
button:disabled{opacity:.5;cursor:default}
svg{fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.close{width:44px;min-height:44px;display:grid;place-items:center}
section{display:none;flex:1;flex-direction:column}
[data-face=ask] .ask,[data-face=done] .done,[data-face=ended] .ended{display:flex}
.payee{text-align:center;margin-top:32px;overflow-wrap:anywhere}
.amount{text-align:center;font-size:48px;line-height:1.2;font-weight:600;font-variant-numeric:tabular-nums;margin-top:8px}
.amount span{font-size:28px;margin-right:4px}
dl{margin-top:40px;border-top:1px solid var(--line)}
dl div{display:flex;justify-content:space-between;gap:24px;padding:14px 0;border-bottom:1px solid var(--line)}
dt{color:var(--second);flex:none}
dd{text-align:right;overflow-wrap:anywhere}
.fault{color:var(--fault);text-align:center;margin-top:16px}
.actions{display:flex;flex-direction:column;gap:12px;align-items:center;margin-top:auto;padding-top:32px}
.pay{width:100%;max-width:320px;background:var(--green);color:var(--on-green);font-weight:600}
.pay:active{background:var(--pressed)}
.plain{width:100%;max-width:320px;background:var(--soft)}
.quiet{color:var(--second);font-size:15px;padding:0 16px;min-height:44px}
.done,.ended{align-items:center}
.done svg{color:var(--green);margin-top:48px}
.done .state{font-size:22px;color:var(--green);margin-top:12px}
.ended .state{margin:auto 0;padding-top:96px;font-size:22px;text-align:center}
.done .actions,.ended .actions{width:100%}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.note{color:var(--second);font-size:13px;text-align:center;margin-top:20px}
@media (max-width:340px){.amount{font-size:40px}main{padding-left:16px;padding-right:16px}header{margin:0 -8px}}
`;
