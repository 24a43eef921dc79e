using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Platform.Keys;

/// <summary>Who reads the database, or a copy of it, shall not be able to forge forms and cookies.</summary>
internal sealed class KeyEncryptor(KeySecret secret) : IXmlEncryptor
{
    public const string Element = "sealed";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var sealedBytes = secret.Seal(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new(new XElement(Element, Convert.ToBase64String(sealedBytes)), typeof(KeyDecryptor));
    }
}

/// <summary>Made by the framework from the type named in the stored key.</summary>
internal sealed class KeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    private readonly KeySecret _secret = services.GetRequiredService<KeySecret>();

    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(Encoding.UTF8.GetString(_secret.Open(Convert.FromBase64String(encryptedElement.Value))));
}
