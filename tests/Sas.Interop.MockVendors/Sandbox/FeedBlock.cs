using System.Text;

namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>A piece of a body template that prints bundle entries with the commas between them.</summary>
internal sealed class FeedBlock
{
    private readonly StringBuilder _text = new();

    /// <summary>One entry, printed each time that this place of the template is passed.</summary>
    public FeedBlock Entry(string resource, string type, string id)
    {
        // A brace of the body next to the braces of a tag would make another tag, hence the blank.
        _text.Append("{{comma}}").Append(" {\"fullUrl\":\"https://vendor.example/fhir/").Append(type).Append('/').Append(id)
            .Append("\",\"resource\":").Append(resource).Append(" }{{val ',' assign='comma'}}\n");
        return this;
    }

    /// <summary>Slots on each of the next days at wall-clock times of a zone.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="write">Writes the entries of one day; <c>{{day}}</c> is the day.</param>
    public FeedBlock Days(string zone, Action<FeedBlock> write)
    {
        _text.Append("{{#each (range 0 4) as |d|}}{{val (now offset=(stringFormat '%s days' d) timezone='").Append(zone).Append("' format='yyyy-MM-dd') assign='day'}}\n");
        write(this);
        _text.Append("{{/each}}");
        return this;
    }

    /// <summary>Sets the variable <c>start</c> to a wall-clock time of the day.</summary>
    public FeedBlock At(string clock, string zone)
    {
        _text.Append("{{val (parseDate (stringFormat '%s ").Append(clock).Append(' ').Append(zone).Append("' day) format='yyyy-MM-dd HH:mm VV') assign='start'}}{{val (math total '+' 1) assign='total'}}");
        return this;
    }

    /// <summary>The block, printed only when a parameter names somebody.</summary>
    public string Guarded(string parameter, string id) =>
        $"{{{{#if (contains (arrayJoin ',' (lookup request.query '{parameter}')) '{id}')}}}}\n{_text}{{{{/if}}}}";
}
