using System.IO.Compression;
using System.Text;
using Fengtai.Platform.Files;
using Xunit;

namespace Fengtai.Tests.Files;

public sealed class FileTypesTests
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452", "image/png")]
    [InlineData("FFD8FFE000104A464946", "image/jpeg")]
    [InlineData("474946383961", "image/gif")]
    [InlineData("52494646243000005745425056503820", "image/webp")]
    [InlineData("52494646243000005741564566", "audio/wav")]
    [InlineData("000000186674797068656963000000006D696631", "image/heic")]
    [InlineData("0000001C66747970617669660000", "image/avif")]
    [InlineData("00000018667479706D703432000000006D703432", "video/mp4")]
    [InlineData("0000001466747970717420200000", "video/quicktime")]
    [InlineData("255044462D312E37", "application/pdf")]
    [InlineData("D0CF11E0A1B11AE1", "application/x-ole-storage")]
    [InlineData("377ABCAF271C", "application/x-7z-compressed")]
    [InlineData("1F8B0800", "application/gzip")]
    [InlineData("2321414D520A", "audio/amr")]
    [InlineData("504B0506000000000000", "application/zip")]
    [InlineData("4D5A90000300", "application/octet-stream")]
    [InlineData("7F454C4602010100", "application/octet-stream")]
    [InlineData("424DFFFF000000000000", "image/bmp")]
    [InlineData("424D20697320686572652021", "text/plain")]
    [InlineData("B4F2D3A1BBFABFA8D6BD0D0A", "text/plain")]
    [InlineData("FFFE53620000", "text/plain")]
    [InlineData("5249464600", "application/octet-stream")]
    [InlineData("89", "text/plain")]
    public void Type_IsByTheFirstBytes(string bytes, string expected) =>
        Assert.Equal(expected, FileTypes.Of(Convert.FromHexString(bytes), "photo.png"));

    [Theory]
    [InlineData("<html><script>alert(1)</script>", "page.png")]
    [InlineData("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "a.svg")]
    [InlineData("#!/bin/sh\nrm -rf /", "a.sh")]
    [InlineData("2026-11-20 12:00:00 ERROR 打印机离线", "a.log")]
    [InlineData("{\"a\":1}", "a.json")]
    public void WhatABrowserWouldRun_IsPlainText(string content, string name) =>
        Assert.Equal("text/plain", FileTypes.Of(Encoding.UTF8.GetBytes(content), name));

    [Theory]
    [InlineData("姓名,部门\n王晓雨,财务部\n", "text/csv")]
    [InlineData("a\0b", "application/octet-stream")]
    public void Name_TellsOnlyHarmlessTypesApart(string content, string expected) =>
        Assert.Equal(expected, FileTypes.Of(Encoding.UTF8.GetBytes(content), "people.CSV"));

    [Theory]
    [InlineData("[Content_Types].xml _rels/.rels word/document.xml", Docx)]
    [InlineData("[Content_Types].xml _rels/.rels xl/workbook.xml", Xlsx)]
    [InlineData("_rels/.rels [Content_Types].xml ppt/presentation.xml", Pptx)]
    [InlineData("word/list.txt", "application/zip")]
    [InlineData("[Content_Types].xml other.txt", "application/zip")]
    public void Office_IsToldFromOtherZips(string parts, string expected)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts.Split(' '))
            {
                using var entry = zip.CreateEntry(part).Open();
                entry.Write("<xml/>"u8);
            }
        }
        Assert.Equal(expected, FileTypes.Of(bytes.ToArray(), "x"));
    }

    [Theory]
    [InlineData("image/png", true)]
    [InlineData("image/jpeg", true)]
    [InlineData("image/svg+xml", false)]
    [InlineData("image/heic", false)]
    [InlineData("text/plain", false)]
    public void Pictures_AreWhatEveryBrowserShows(string type, bool expected) => Assert.Equal(expected, FileTypes.IsPicture(type));
}
