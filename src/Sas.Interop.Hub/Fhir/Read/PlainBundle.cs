using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>Writes the searchset of a plain search. No national profile describes one, so none is claimed.</summary>
internal sealed class PlainBundle(byte[] baseAddress) : IDisposable
{
    private readonly ByteScratch _bundle = new();
    private readonly ResourceWriter _writer = new();
    private readonly ContentTag _tag = new();
    private bool _hasEntries;

    public ReadOnlyMemory<byte> Written => _bundle.Memory;

    public void Open(int total, ReadOnlySpan<byte> self, string? next)
    {
        _bundle.Raw("{\"resourceType\":\"Bundle\",\"id\":\""u8).Ascii(Guid.NewGuid().ToString("D")).Raw("\",\"type\":\"searchset\",\"total\":"u8);
        var number = _bundle.Length;
        _bundle.Number(total);
        _tag.Add(_bundle.Written[number..]);
        _bundle.Raw(",\"link\":[{\"relation\":\"self\",\"url\":\""u8).Raw(self).Raw("\"}"u8);
        if (next is not null)
        {
            _bundle.Raw(",{\"relation\":\"next\",\"url\":\""u8).Ascii(next).Raw("\"}"u8);
        }

        _bundle.Raw("]"u8);
    }

    public void Add(ShownResource shown, bool isMatch)
    {
        var resource = _writer.Write(shown);
        _tag.Add(resource);
        _bundle.Raw(_hasEntries ? ","u8 : ",\"entry\":["u8).Raw("{\"fullUrl\":\""u8).Raw(baseAddress);
        _bundle.Raw("/"u8).Ascii(shown.Type.ToString()).Raw("/"u8).Ascii(shown.Id).Raw("\",\"resource\":"u8).Raw(resource);
        _bundle.Raw(isMatch ? ",\"search\":{\"mode\":\"match\"}}"u8 : ",\"search\":{\"mode\":\"include\"}}"u8);
        _hasEntries = true;
    }

    /// <returns>The same for equal content.</returns>
    public ulong Close()
    {
        _bundle.Raw(_hasEntries ? "]}"u8 : "}"u8);
        return _tag.Finish();
    }

    public void Dispose()
    {
        _bundle.Dispose();
        _writer.Dispose();
        _tag.Dispose();
    }
}
