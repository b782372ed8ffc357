using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.Dissemination.Mail;

/// <summary>How <see cref="OutboxMessage"/> lies in the database.</summary>
internal sealed class OutboxMessageTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("OutboxMessages");
        builder.HasKey(message => message.Id);
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.MessageId).HasMaxLength(320);
        builder.HasIndex(message => message.MessageId).IsUnique();
        builder.Property(message => message.Purpose).HasMaxLength(40);
        builder.Property(message => message.ToAddress).HasMaxLength(MailAddresses.MaxLength);
        builder.Property(message => message.ToName).HasMaxLength(300);
        builder.Property(message => message.Subject).HasMaxLength(1000);
        builder.Property(message => message.LastReply).HasMaxLength(OutboxMessage.MaxReplyLength);
        builder.HasIndex(message => new { message.State, message.NextAttemptAt });
        builder.HasIndex(message => message.DeliveryId);

        // A person's "send again" and a sender's lease must not overwrite one another.
        builder.Property(message => message.LeaseToken).IsConcurrencyToken();
    }
}
