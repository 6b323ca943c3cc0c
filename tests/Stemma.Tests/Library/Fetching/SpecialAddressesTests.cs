using System.Net;
using Stemma.Library.Fetching;

namespace Stemma.Tests.Library.Fetching;

public class SpecialAddressesTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.255.1.2")]
    [InlineData("10.0.0.1")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.0")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254")]
    [InlineData("169.254.0.0")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.1")]
    [InlineData("192.0.0.170")]
    [InlineData("192.0.2.7")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.0.1")]
    [InlineData("192.168.255.255")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.9")]
    [InlineData("203.0.113.255")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.254")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("100::1")]
    [InlineData("100:0:0:1::5")]
    [InlineData("64:ff9b:1::8.8.8.8")]
    [InlineData("2001:1::1")]
    [InlineData("2001:2::1")]
    [InlineData("2001:20::1")]
    [InlineData("2001:db8::1")]
    [InlineData("3fff::1")]
    [InlineData("3fff:fff::1")]
    [InlineData("5f00::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fdff::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%3")]
    [InlineData("febf::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("ff0e::1")]
    [InlineData("4000::1")]
    [InlineData("1::1")]
    [InlineData("e000::1")]
    public void Addresses_that_are_no_part_of_the_public_internet_are_refused(string address) =>
        Assert.NotNull(SpecialAddresses.Refusal(IPAddress.Parse(address), allowPrivate: false));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.1")]
    [InlineData("168.63.129.17")]
    [InlineData("169.253.255.255")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.0.1.1")]
    [InlineData("192.167.255.255")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("2001:200::1")]
    [InlineData("2a00:1450::1")]
    [InlineData("3ffe::1")]
    public void Public_addresses_are_not(string address) => Assert.Null(SpecialAddresses.Refusal(IPAddress.Parse(address), allowPrivate: false));

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("8.8.8.8", false)]
    public void Addresses_that_stand_for_an_IPv4_address_are_judged_by_it(string four, bool isRefused)
    {
        byte[] b = IPAddress.Parse(four).GetAddressBytes();
        string hex = $"{b[0]:x2}{b[1]:x2}:{b[2]:x2}{b[3]:x2}", turned = $"{b[0] ^ 255:x2}{b[1] ^ 255:x2}:{b[2] ^ 255:x2}{b[3] ^ 255:x2}";
        string[] spellings =
        [
            $"::ffff:{hex}", $"::{hex}", $"::ffff:0:{hex}", $"64:ff9b::{hex}", $"2002:{hex}::1", $"2001:0:{hex}:0:0:f7f7:f7f7", $"2001:0:808:808:0:0:{turned}",
        ];
        Assert.All(spellings, s => Assert.Equal(isRefused, SpecialAddresses.Refusal(IPAddress.Parse(s), allowPrivate: false) is not null));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("192.168.1.1", true)]
    [InlineData("100.64.1.1", true)]
    [InlineData("fd12::1", true)]
    [InlineData("169.254.169.254", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    public void The_option_opens_private_networks_but_no_metadata_service_and_no_reserved_block(string address, bool isOpen) =>
        Assert.Equal(isOpen, SpecialAddresses.Refusal(IPAddress.Parse(address), allowPrivate: true) is null);
}
