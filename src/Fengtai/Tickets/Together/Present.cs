namespace Fengtai.Tickets.Together;

/// <summary>Somebody who has a ticket open on the desk.</summary>
internal sealed record Present(Guid Id, string Name, bool IsWriting);
