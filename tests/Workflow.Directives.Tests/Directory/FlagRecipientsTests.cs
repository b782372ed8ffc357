using Workflow.Directives.Directory;
using static Workflow.Directives.Tests.Directory.SampleDirectory;

namespace Workflow.Directives.Tests.Directory;

/// <summary>Lines that a clerk must settle.</summary>
public sealed class FlagRecipientsTests
{
    [Theory]
    [InlineData("Các huyện ủy", "30/06/2025")]
    [InlineData("Các thành ủy", "30/06/2025")]
    [InlineData("UBND các huyện", "30/06/2025")]
    [InlineData("Đảng ủy các thị trấn", "30/06/2025")]
    [InlineData("Các ban cán sự đảng", "31/01/2025")]
    [InlineData("Các đảng đoàn", "31/01/2025")]
    [InlineData("Sở Giao thông vận tải", "28/02/2025")]
    [InlineData("Huyện ủy An Lộc", "30/06/2025")]
    [InlineData("BCĐ Quốc gia PCD Covid-19", "29/10/2023")]
    public void EndedUnitOrGroup_Today_NamesItsLastDay(string text, string day)
    {
        var line = Resolve(text, Now);

        var problem = Assert.Single(line.Problems);
        Assert.Equal(RecipientProblemCode.Ended, problem.Code);
        Assert.Equal(text, problem.Part);
        Assert.Contains(day, problem.Vietnamese, StringComparison.Ordinal);
        Assert.Contains(day, problem.English, StringComparison.Ordinal);
        Assert.Empty(line.Units);
    }

    [Fact]
    public void EndedDistrict_Today_SuggestsThePartyCommitteesThatTookOver()
    {
        var line = Resolve("Huyện ủy An Lộc", Now);

        var suggestion = Assert.Single(line.Suggestions);
        Assert.Equal(
            ["DU-XA-0301", "DU-XA-0302", "DU-XA-0303", "DU-XA-0304", "DU-XA-0305", "DU-XA-0306", "DU-XA-0307"], suggestion.UnitIds.Select(Code));
        Assert.Contains("Đảng ủy xã An Lộc", line.Problems[0].Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public void EndedDistricts_Today_SuggestOnlyLivingCommuneCommittees()
    {
        var suggestion = Assert.Single(Resolve("Các huyện ủy", Now).Suggestions);

        Assert.Equal(44, suggestion.UnitIds.Count);
        Assert.All(suggestion.UnitIds, id => Assert.True(Snapshot.Find(id) is { Kind: UnitKind.CommuneParty } unit && unit.LivesOn(Now)));
    }

    [Fact]
    public void EndedDistricts_Today_NameHowManyTookOver_AndTheWholeListByUnit()
    {
        var line = Resolve("Các huyện ủy", Now);

        Assert.Contains("44 đơn vị kế thừa", Assert.Single(line.Problems).Vietnamese, StringComparison.Ordinal);
        Assert.Equal(7, line.Successions.Count);
        Assert.All(line.Successions, succession => Assert.Equal(new DateOnly(2025, 6, 30), succession.LastDay));
        Assert.Contains("Đảng ủy xã An Lộc", line.Successions.Single(succession => succession.Ended == "Huyện ủy An Lộc").Heirs);
        Assert.Empty(line.Units);
    }

    [Theory]
    [InlineData("Uỷ ban Mặt trận Tổ quốc tỉnh", "Ủy ban Mặt trận Tổ quốc tỉnh")]
    [InlineData("Toà án nhân dân tỉnh", "Tòa án nhân dân tỉnh")]
    [InlineData("SỞ Y TẾ", "Sở Y tế")]
    public void Spellings_OfOneName_MeanTheSame_ComposedOrNot(string one, string other)
    {
        var units = Codes(Resolve(other, Now));

        Assert.Single(units);
        Assert.Equal(units, Codes(Resolve(one, Now)));
        Assert.Equal(units, Codes(Resolve(one.Normalize(System.Text.NormalizationForm.FormD), Now)));
    }

    [Fact]
    public void EndedCaucuses_Today_SuggestTheTwoPartyCommittees() =>
        Assert.Equal(["DU-CCQD", "DU-UBND"], Assert.Single(Resolve("Các ban cán sự đảng", Now).Suggestions).UnitIds.Select(Code));

    [Fact]
    public void MixedList_Today_ResolvesTheLivingAndFlagsTheEnded()
    {
        var line = Resolve("Các huyện, thành ủy, ĐUTT", Now);

        Assert.Equal(["Các huyện", "thành ủy"], line.Problems.Select(problem => problem.Part));
        Assert.Equal(6, line.Units.Count);
    }

    [Fact]
    public void UnitNotYetFounded_In2021_IsFlagged()
    {
        var line = Resolve("Đảng ủy đặc khu Hòn Mây", Before);

        Assert.Equal(RecipientProblemCode.NotYet, Assert.Single(line.Problems).Code);
        Assert.Contains("01/07/2025", line.Problems[0].Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public void MisspeltUnit_IsUnknown_WithTheNearNameSuggestedButNotApplied()
    {
        var line = Resolve("Sở Tài chánh", Now);

        Assert.Equal(RecipientProblemCode.Unknown, Assert.Single(line.Problems).Code);
        Assert.Empty(line.Units);
        Assert.Contains("Sở Tài chính", line.Suggestions.Select(suggestion => suggestion.Name));
        Assert.InRange(line.Suggestions.Count, 1, 5);
    }

    [Fact]
    public void UnitWithoutMarks_IsUnknown_WithTheMarkedNameSuggested() =>
        Assert.Equal("Công an tỉnh", Resolve("Cong an tinh", Now).Suggestions[0].Name);

    [Fact]
    public void NewspaperOfAnotherProvince_IsUnknown() =>
        Assert.Equal(
            "Báo Thượng Sơn", Assert.Single(Resolve("Báo Thượng Sơn, Đài PT-TH tỉnh", Before).Problems).Part);

    [Fact]
    public void UnknownHead_BeforeTerritories_IsFlaggedAndTheKnownHeadStays()
    {
        var line = Resolve("Đảng ủy, HĐND, UBND các xã, phường", Now);

        Assert.Equal("HĐND", Assert.Single(line.Problems).Part);
        Assert.Equal(106, line.Units.Count);
    }

    [Fact]
    public void TerritoriesWithoutHead_AreFlaggedWhole_AndEveryBodyThereIsSuggested()
    {
        var line = Resolve("Các xã, phường, đặc khu", Now);

        Assert.Equal("Các xã, phường, đặc khu", Assert.Single(line.Problems).Part);
        Assert.Equal([54, 54], line.Suggestions.Select(suggestion => suggestion.UnitIds.Count));
    }

    [Fact]
    public void UnknownNameWithAComma_IsFlaggedWhole() =>
        Assert.Equal(
            "Ban Chỉ đạo phòng, chống lụt bão", Assert.Single(Resolve("Ban Chỉ đạo phòng, chống lụt bão", Now).Problems).Part);

    [Theory]
    [InlineData("Như trên", RecipientProblemCode.NoAddressees)]
    [InlineData("", RecipientProblemCode.Empty)]
    [InlineData(" ; ", RecipientProblemCode.Empty)]
    [InlineData("Các", RecipientProblemCode.Unknown)]
    [InlineData("Các sở (trừ Sở Y tế)", RecipientProblemCode.Note)]
    [InlineData("Các sở (để thực hiện, trừ Sở Y tế)", RecipientProblemCode.Note)]
    [InlineData("Sở Y tế để thực hiện và Sở Tài chính", RecipientProblemCode.Unknown)]
    [InlineData("Đ/c Lưu Văn Bảy", RecipientProblemCode.Unknown)]
    [InlineData("Lưu Văn Bảy", RecipientProblemCode.Unknown)]
    [InlineData("Đ/c Bí thư Huyện ủy An Lộc", RecipientProblemCode.Vacant)]
    public void Line_ThatCannotBeUsedAsItStands_HasTheCode(string text, string code) =>
        Assert.Contains(code, Resolve(text, Now).Problems.Select(problem => problem.Code));

    [Fact]
    public void NoteTakenOffTheLine_ThatIsNoPurpose_IsFlaggedToo()
    {
        var line = RecipientResolver.Resolve(Snapshot, new RecipientText(1, "Các sở", "trừ Sở Y tế"), Now, []);

        Assert.Equal((RecipientProblemCode.Note, "trừ Sở Y tế"), (line.Problems[0].Code, line.Problems[0].Part));
    }

    [Theory]
    [InlineData("để báo cáo")]
    [InlineData("(để b/c)")]
    [InlineData("b/c")]
    [InlineData("để chỉ đạo thực hiện")]
    [InlineData("03 bản")]
    public void NoteThatIsAPurpose_IsNoProblem(string note) =>
        Assert.True(RecipientResolver.Resolve(Snapshot, new RecipientText(1, "Sở Y tế", note), Now, []).Clear);

    [Fact]
    public void UnknownHeadOfSeveralTerritories_IsFlaggedWithAllOfThem() =>
        Assert.Equal(
            ["Bí thư Đảng ủy", "Chủ tịch UBND các xã, phường"],
            Resolve("Bí thư Đảng ủy, Chủ tịch UBND các xã, phường", Now).Problems.Select(problem => problem.Part));

    [Fact]
    public void AddresseesProblem_IsAProblemOfAsAboveToo() =>
        Assert.Equal("Các huyện ủy", Assert.Single(Resolve("Như trên", Now, "Các huyện ủy").Problems).Part);

    [Fact]
    public void TwoLivingUnitsOfOneName_AreAmbiguous()
    {
        var twin = Enumerable.Range(1, 2).Select(number => new Unit { Id = Guid.NewGuid(), Code = $"TT{number}", Name = "Trung tâm Y tế" });

        var line = RecipientResolver.Resolve(DirectorySnapshot.Of(twin, []), new RecipientText(3, "Trung tâm Y tế"), Now, []);

        Assert.Equal(RecipientProblemCode.Ambiguous, Assert.Single(line.Problems).Code);
        Assert.Equal(2, line.Suggestions.Count);
        Assert.Empty(line.Units);
        Assert.Equal(3, line.Line);
    }

    [Fact]
    public void UnitWithoutMailbox_IsMeantAndFlagged()
    {
        var unit = new Unit { Id = Guid.NewGuid(), Code = "A", Name = "Trung tâm Y tế" };

        var line = RecipientResolver.Resolve(DirectorySnapshot.Of([unit], []), new RecipientText(1, "Trung tâm Y tế"), Now, []);

        Assert.Equal(RecipientProblemCode.NoContact, Assert.Single(line.Problems).Code);
        Assert.Equal(unit.Id, Assert.Single(line.Units).UnitId);
    }

    [Fact]
    public void GroupWithoutAnyMember_IsFlagged()
    {
        var group = new UnitGroup { Id = Guid.NewGuid(), Name = "Các trạm khí tượng" };

        var line = RecipientResolver.Resolve(DirectorySnapshot.Of([], [group]), new RecipientText(1, "Các trạm khí tượng"), Now, []);

        Assert.Equal(RecipientProblemCode.NoLiveMember, Assert.Single(line.Problems).Code);
    }

    [Fact]
    public void Heirs_OfAUnitWhoseSuccessorAlsoEnded_AreFoundThroughIt()
    {
        var (last, middle, first) = (UnitOf("C", null), UnitOf("B", new(2025, 6, 30)), UnitOf("A", new(2020, 1, 1)));
        first.Successors.Add(new UnitSuccessor { UnitId = first.Id, SuccessorId = middle.Id });
        middle.Successors.Add(new UnitSuccessor { UnitId = middle.Id, SuccessorId = last.Id });

        Assert.Equal([last], DirectorySnapshot.Of([first, middle, last], []).HeirsOf(first, Now));

        static Unit UnitOf(string code, DateOnly? until) => new() { Id = Guid.NewGuid(), Code = code, Name = code, ValidUntil = until };
    }
}
