using Fengtai.Platform.Texts;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Fengtai.Platform.Data;

/// <summary>Enumerations are stored as the words of the API: <c>inProgress</c>.</summary>
public sealed class WordConverter<TEnum>() : ValueConverter<TEnum, string>(value => Words.Of(value), word => Words.Parse<TEnum>(word))
    where TEnum : struct, Enum;
