namespace Fengtai.Identity.Admin;

/// <param name="Before">The cursor of the page before; null on the first.</param>
/// <param name="After">The cursor of the next page; null on the last.</param>
public sealed record PeoplePart(IReadOnlyList<ListedPerson> People, string? Before, string? After);

public sealed record ListedPerson(PersonCard Person, IReadOnlyList<string> Roles, string SortName);
