namespace Fengtai.Audit.Admin;

/// <param name="Unsealed">How many rows wait, counted no further than a reader cares.</param>
/// <param name="IsUndivided">The application works as the owner of the log and could change it.</param>
public sealed record ChainView(NewestSeal? Newest, int Unsealed, LastVerification? Verified, bool IsUndivided);

public sealed record NewestSeal(long Number, string Hash, DateTimeOffset MadeAt);

/// <param name="Broken">Null where everything agreed.</param>
public sealed record LastVerification(DateTimeOffset At, long Events, long Looks, BrokenPlace? Broken);

/// <param name="Id">Of the row; null where it is the seal.</param>
/// <param name="Kind">changed, missing, added, sealChanged or sealMissing.</param>
public sealed record BrokenPlace(long Seal, string Log, long? Id, string Kind);
