namespace Sas.Interop.Adapters.FhirStandard.Push;

/// <summary>Counts lines and columns of a text that passes piece by piece.</summary>
internal sealed class TextPosition
{
    private int _line = 1;
    private int _column = 1;
    private bool _moved;

    public bool IsStart => !_moved;

    public void Pass(ReadOnlySpan<byte> bytes)
    {
        var place = At(bytes);
        _moved |= !bytes.IsEmpty;
        (_line, _column) = (place.Line, place.Column);
    }

    /// <summary>The place after some bytes that have not passed yet.</summary>
    public TextPlace At(ReadOnlySpan<byte> bytes)
    {
        var lines = bytes.Count((byte)'\n');
        return lines == 0 ? new TextPlace(_line, _column + bytes.Length) : new TextPlace(_line + lines, bytes.Length - bytes.LastIndexOf((byte)'\n'));
    }
}
