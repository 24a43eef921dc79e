namespace Fengtai.Identity.Portal;

/// <param name="IsThis">The session that asks.</param>
public sealed record OwnSession(Guid Id, Device Device, string Address, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool IsThis);

/// <summary>A browser and the system it runs on, by the names people know; null where it does not say.</summary>
public sealed record Device(string? Browser, string? System, bool IsPhone);

public sealed record OwnToken(Guid Id, string Name, bool MayWrite, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt, DateTimeOffset ExpiresAt, bool IsOver);
