using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Admin;

/// <summary>How the status page looks. Colours keep a contrast of 4.5 to 1 or more in both schemes, and never say anything alone.</summary>
internal static class StatusStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--back:#fbfbfa;--card:#fff;--text:#1b1f24;--soft:#525a63;--line:#d9dde2;--head:#eef1f4;--link:#0b57b0;--ok:#17692c;--bad:#ad1a12;--wait:#7a4b00}
        @media (prefers-color-scheme:dark){:root{--back:#14171a;--card:#1b1f24;--text:#e8eaed;--soft:#a9b1ba;--line:#343a41;--head:#242a30;--link:#8ab9f5;--ok:#74cf8a;--bad:#ff9d94;--wait:#f0bd65}}
        *{box-sizing:border-box}
        body{margin:0;padding:1.5rem clamp(1rem,3vw,2.5rem);background:var(--back);color:var(--text);font:15px/1.45 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        h1{margin:0 0 .25rem;font-size:1.45rem;line-height:1.25}
        p{margin:.25rem 0;color:var(--soft)}
        p strong{color:var(--text)}
        a{color:var(--link)}
        dl{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.1rem 0 1.25rem}
        dl div{min-width:8rem;padding:.6rem .95rem;background:var(--card);border:1px solid var(--line);border-radius:.5rem}
        dt{color:var(--soft);font-size:.82rem}
        dd{margin:0;font-size:1.3rem;font-weight:600;font-variant-numeric:tabular-nums}
        .scroll{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:.5rem}
        .scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        table{width:100%;border-collapse:collapse}
        caption{padding:.6rem .8rem;text-align:left;color:var(--soft)}
        th,td{padding:.3rem .8rem;border-top:1px solid var(--line);text-align:left;vertical-align:top;white-space:nowrap}
        thead th{background:var(--head);font-size:.82rem}
        tbody th{font-weight:600;white-space:normal;min-width:11rem;overflow-wrap:anywhere}
        small{display:block;color:var(--soft);font-size:.78rem;line-height:1.3;font-weight:400}
        .warning{margin:0 0 1rem;padding:.6rem .95rem;border:2px solid var(--bad);border-radius:.5rem;color:var(--bad);font-weight:600}
        .number{text-align:right;font-variant-numeric:tabular-nums}
        .ok,.bad,.wait{font-weight:600}
        .ok{color:var(--ok)}
        .bad{color:var(--bad)}
        .wait{color:var(--wait)}
        """;

    /// <summary>Nothing is loaded, run, framed or sent; the one style sheet is known by its hash.</summary>
    public static string Policy { get; } = PagePolicy.With(Css);
}
