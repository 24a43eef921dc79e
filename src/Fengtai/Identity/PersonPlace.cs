using Fengtai.Platform.Access;

namespace Fengtai.Identity;

/// <summary>Where a person who was found leads to; of several places, the first one that the reader may go to.</summary>
public sealed record PersonPlace(Func<PersonCard, string> Href, Permission Permission, int Order);
