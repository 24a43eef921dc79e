namespace Fengtai.Platform.Access;

/// <summary>A right that an endpoint may require. Equal by name; practices keep theirs as <c>static readonly</c> fields.</summary>
/// <param name="Name">Dotted lower-case name, stable for ever: <c>tickets.accept</c>.</param>
public sealed record Permission(string Name)
{
    public override string ToString() => Name;
}
