namespace Sas.Interop.Benchmarks.Macro;

/// <summary>Lines over one quantity, for a picture and for its table.</summary>
/// <param name="File">Name of the picture without ending.</param>
/// <param name="Title">What it shows.</param>
/// <param name="X">Quantity and unit of the horizontal axis.</param>
/// <param name="Y">Quantity and unit of the vertical axis.</param>
/// <param name="Lines">The lines.</param>
internal sealed record Chart(string File, string Title, string X, string Y, IReadOnlyList<Series> Lines)
{
    public bool LogX { get; init; }

    public bool LogY { get; init; }
}

/// <summary>A named line.</summary>
internal sealed record Series(string Name, IReadOnlyList<Point> Points);

/// <summary>A point of a line.</summary>
internal readonly record struct Point(double X, double Y);
