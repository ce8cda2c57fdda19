using System.Text;

using Sas.Interop.Benchmarks.Macro;

namespace Sas.Interop.Benchmarks.Reports;

/// <summary>Draws a chart as a small SVG that can be read on light and on dark paper.</summary>
internal sealed class LineChart
{
    private const int Width = 760;
    private const int Height = 420;
    private const int Left = 76;
    private const int Right = 150;
    private const int Top = 44;
    private const int Bottom = 56;

    private const string Style = """
        <style>
          svg { font: 13px system-ui, sans-serif; }
          .paper { fill: #ffffff; } .ink { fill: #1f2328; } .soft { fill: #59636e; } .grid { stroke: #d1d9e0; } .axis { stroke: #59636e; }
          .line { fill: none; stroke: currentColor; stroke-width: 2; } .dot { fill: currentColor; }
          .s0 { color: #0969da; } .s1 { color: #bc4c00; } .s2 { color: #1a7f37; } .s3 { color: #8250df; }
          @media (prefers-color-scheme: dark) {
            .paper { fill: #0d1117; } .ink { fill: #f0f6fc; } .soft { fill: #9198a1; } .grid { stroke: #3d444d; } .axis { stroke: #9198a1; }
            .s0 { color: #58a6ff; } .s1 { color: #f0883e; } .s2 { color: #3fb950; } .s3 { color: #bc8cff; }
          }
        </style>
        """;

    private readonly Chart _chart;
    private readonly Axis _x;
    private readonly Axis _y;
    private readonly StringBuilder _svg = new();

    private LineChart(Chart chart)
    {
        _chart = chart;
        var points = chart.Lines.SelectMany(static line => line.Points).ToArray();
        _x = Axis.Over(points.Select(static point => point.X), chart.LogX);
        _y = Axis.Over(points.Select(static point => point.Y), chart.LogY);
    }

    public static string Draw(Chart chart) => new LineChart(chart).Draw();

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);

    private string Draw()
    {
        Add($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" role="img" aria-label="{Escape(_chart.Title)}">""");
        _svg.Append(Style).Append('\n');
        Add($"""<rect class="paper" width="{Width}" height="{Height}"/>""");
        Add($"""<text class="ink" x="{Left}" y="24" font-weight="600">{Escape(_chart.Title)}</text>""");
        DrawGrid();
        for (var i = 0; i < _chart.Lines.Count; i++)
        {
            DrawLine(_chart.Lines[i], i);
        }

        _svg.Append("</svg>\n");
        return _svg.ToString();
    }

    private void DrawGrid()
    {
        foreach (var tick in _x.Ticks)
        {
            Add($"""<line class="grid" x1="{X(tick):0.0}" y1="{Top}" x2="{X(tick):0.0}" y2="{Height - Bottom}"/>""");
            Add($"""<text class="soft" x="{X(tick):0.0}" y="{Height - Bottom + 18}" text-anchor="middle">{tick:#,0.###}</text>""");
        }

        foreach (var tick in _y.Ticks)
        {
            Add($"""<line class="grid" x1="{Left}" y1="{Y(tick):0.0}" x2="{Width - Right}" y2="{Y(tick):0.0}"/>""");
            Add($"""<text class="soft" x="{Left - 8}" y="{Y(tick) + 4:0.0}" text-anchor="end">{tick:#,0.###}</text>""");
        }

        Add($"""<path class="axis" fill="none" d="M{Left} {Top}V{Height - Bottom}H{Width - Right}"/>""");
        Add($"""<text class="soft" x="{(Left + Width - Right) / 2}" y="{Height - 14}" text-anchor="middle">{Escape(_chart.X)}</text>""");
        Add($"""<text class="soft" transform="translate(16 {(Top + Height - Bottom) / 2}) rotate(-90)" text-anchor="middle">{Escape(_chart.Y)}</text>""");
    }

    private void DrawLine(Series line, int number)
    {
        var points = line.Points.OrderBy(static point => point.X).ToArray();
        var path = string.Join('L', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X):0.0} {Y(point.Y):0.0}")));
        Add($"""<g class="s{number % 4}"><path class="line" d="M{path}"/>""");
        foreach (var point in points)
        {
            Add($"""<circle class="dot" cx="{X(point.X):0.0}" cy="{Y(point.Y):0.0}" r="3"/>""");
        }

        var y = Top + 12 + (number * 22);
        Add($"""<path class="line" d="M{Width - Right + 16} {y - 4}h22"/></g><text class="ink" x="{Width - Right + 44}" y="{y}">{Escape(line.Name)}</text>""");
    }

    private double X(double value) => Left + (_x.Position(value) * (Width - Left - Right));

    private double Y(double value) => Height - Bottom - (_y.Position(value) * (Height - Top - Bottom));

    private void Add(FormattableString line) => _svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
