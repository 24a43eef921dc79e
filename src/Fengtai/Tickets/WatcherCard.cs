using Fengtai.Identity;

namespace Fengtai.Tickets;

/// <summary>Somebody who watches a ticket.</summary>
public sealed record WatcherCard(PersonCard Person, DateTimeOffset Since);
