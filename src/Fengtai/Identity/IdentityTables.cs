using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Fengtai.Identity;

internal sealed class IdentityTables : ITableMap
{
    private const string Schema = "identity";

    public void Map(ModelBuilder model)
    {
        model.Entity<Person>(e =>
        {
            e.ToTable("people", Schema).HasOwnId();
            e.Property(x => x.Version).IsRowVersion();
            e.Ignore(x => x.Details);
            e.Property(x => x.SortName);
#pragma warning disable CS0618 // unreliable for text with quotes and weights; ours holds letters and digits alone
            e.Property(x => x.Search).HasColumnType("tsvector").HasConversion(v => NpgsqlTsVector.Parse(v), v => v.ToString());
#pragma warning restore CS0618
        });
        model.Entity<Account>(e =>
        {
            e.ToTable("accounts", Schema).HasOwnId(nameof(Account.PersonId));
            e.Property(x => x.Version).IsRowVersion();
            e.HasOne<Person>().WithOne().HasForeignKey<Account>(x => x.PersonId);
        });
        model.Entity<Team>(e =>
        {
            e.ToTable("teams", Schema).HasOwnId();
            e.Property(x => x.Version).IsRowVersion();
            e.Property(x => x.Line).HasConversion(v => v.ToString().ToLowerInvariant(), v => Enum.Parse<TeamLine>(v, true));
        });
        model.Entity<TeamMember>(e =>
        {
            e.ToTable("team_members", Schema).HasKey(x => new { x.TeamId, x.PersonId });
            e.HasOne<Team>().WithMany().HasForeignKey(x => x.TeamId);
            e.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId);
        });
        model.Entity<SignInAttempts>(e =>
        {
            e.ToTable("sign_in_attempts", Schema).HasKey(x => x.LoginHash);
            e.Property(x => x.Version).IsRowVersion();
            e.Ignore(x => x.State);
        });
        model.Entity<Session>(e =>
        {
            e.ToTable("sessions", Schema).HasOwnId();
            e.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId);
        });
        model.Entity<ApiToken>(e =>
        {
            e.ToTable("tokens", Schema).HasOwnId();
            e.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId);
        });
        model.Entity<OneTimeLink>(e =>
        {
            e.ToTable("links", Schema).HasKey(x => x.TokenHash);
            e.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId);
        });
    }
}
