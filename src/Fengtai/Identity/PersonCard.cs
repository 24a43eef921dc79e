namespace Fengtai.Identity;

/// <summary>What others see of a person.</summary>
public sealed record PersonCard(
    Guid Id,
    string Login,
    string Name,
    string? StaffNumber,
    string? Department,
    string? Site,
    string? Phone,
    string? Mobile,
    string? WeChat,
    string? Mail,
    bool IsVip,
    bool IsActive,
    string Culture,
    string TimeZone);
