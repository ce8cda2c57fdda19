using System.Globalization;
using System.Text;

namespace Sas.Interop.Hub.Fhir.Write.Privacy;

/// <summary>Where in a resource a token stands.</summary>
/// <param name="root">The resource type.</param>
internal sealed class PrivacyPath(string root)
{
    private readonly List<Frame> _open = [];
    private string _member = string.Empty;

    /// <summary>Name of the member whose value comes; of the list when the value is an item of one.</summary>
    public string Member => _open is [.., { IsList: true } list] ? list.Name : _member;

    /// <summary>Name of the member that holds the object in which the token stands.</summary>
    public string Parent => _open.FindLast(static frame => !frame.IsList).Name ?? string.Empty;

    public void Name(string name) => _member = name;

    public void OpenObject()
    {
        var name = Member;
        Item();
        _open.Add(new Frame(name, IsList: false, 0));
    }

    public void OpenList()
    {
        var name = Member;
        Item();
        _open.Add(new Frame(name, IsList: true, -1));
    }

    public void Close()
    {
        if (_open.Count > 0)
        {
            _open.RemoveAt(_open.Count - 1);
        }
    }

    /// <summary>A value begins: in a list, the next item.</summary>
    public void Item()
    {
        if (_open is [.., { IsList: true } list])
        {
            _open[^1] = list with { Index = list.Index + 1 };
        }
    }

    /// <summary>Names from the root down, without positions: <c>name.family</c>.</summary>
    public string Plain()
    {
        var text = new StringBuilder();
        var inList = false;
        foreach (var frame in _open.Skip(1))
        {
            // The object in a list has the name of its list.
            if (!(inList && !frame.IsList))
            {
                text.Append(frame.Name).Append('.');
            }

            inList = frame.IsList;
        }

        return inList ? text.ToString(0, text.Length - 1) : text.Append(_member).ToString();
    }

    /// <summary>In the manner of FHIRPath: <c>Appointment.participant[0].actor.display</c>. A name that no element could have is not repeated.</summary>
    public string Format()
    {
        var text = new StringBuilder(root);
        var inList = false;
        foreach (var frame in _open.Skip(1))
        {
            if (!(inList && !frame.IsList))
            {
                text.Append('.').Append(Shown(frame.Name));
            }

            if (frame is { IsList: true, Index: >= 0 })
            {
                text.Append(CultureInfo.InvariantCulture, $"[{frame.Index}]");
            }

            inList = frame.IsList;
        }

        return inList || _open.Count == 0 ? text.ToString() : text.Append('.').Append(Shown(_member)).ToString();
    }

    private static string Shown(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_') ? name : "?";

    private readonly record struct Frame(string Name, bool IsList, int Index);
}
