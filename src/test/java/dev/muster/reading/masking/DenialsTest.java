package dev.muster.reading.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.reading.matching.Read;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The word in the second column is the one that is looked for. */
class DenialsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            No database change.                                                  | database
            Add a filter, no database changes needed.                            | database
            There are no changes to the public API.                              | API
            This works without touching payments.                                | payment
            Add the field without changing the database schema.                  | database
            Without a migration, please.                                         | migration
            Rename it without breaking existing webhooks                         | webhook
            Don't change the API.                                                | API
            Do not touch the cache or the queue, just fix the label.             | queue
            Please don't modify the login page                                   | login
            We don't want to change the database.                                | database
            This is not about caching.                                           | cache
            It is not a security issue, just a wrong label.                      | security
            There is no need for a migration.                                    | migration
            No need to migrate the database.                                     | database
            Payments are out of scope.                                           | payment
            Out of scope: e-mail notifications                                   | email
            Caching is not in scope for this ticket                              | cache
            Use Redis instead of Memcached.                                      | memcached
            Instead of polling, use websockets.                                  | poll*
            Use a queue rather than a cron job.                                  | cron
            Neither the database nor the API is affected.                        | API
            Neither the database nor the API is affected.                        | database
            All endpoints except the login must return JSON.                     | login
            Everything apart from payments is migrated.                          | payment
            Leave the database as it is.                                         | database
            Leave authentication alone and add the filter.                       | authentication
            Keep the API unchanged.                                              | API
            The schema stays as is.                                              | schema
            The public API remains unchanged.                                    | API
            The login flow is not affected.                                      | login
            A migration is not needed.                                           | migration
            A cache isn't needed here.                                           | cache
            The database must not be changed.                                    | database
            Payments should not be touched.                                      | payment
            The change must not touch payments, invoices or the ledger.          | invoice
            The change must not touch payments, invoices or the ledger.          | ledger
            This PR does not affect billing.                                     | billing
            This doesn't change the schema.                                      | schema
            Connect through unix sockets, not TCP.                               | TCP
            Export users but not payments.                                       | payment
            Not touched: the OrderSettings type and the Shop query               | shop
            No cache.                                                            | cache
            This has nothing to do with authentication.                          | authentication
            We won't touch the frontend here.                                    | frontend
            Avoid touching the payment module.                                   | payment
            We do not need a cache.                                              | cache
            No schema migrations, no new endpoints needed, only a label.         | endpoint
            """)
    void denied_work_is_only_mentioned(String text, String word) {
        assertThat(Read.how(text, word)).isEqualTo("negated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Users can't upload files.                                            | upload
            The page doesn't load users.                                         | user
            The report queue isn't loading.                                      | queue
            E-mail notifications are not sent.                                   | notification
            No e-mail arrives after the upload.                                  | email
            Login fails with a wrong password, no error is shown.                | error
            Unable to pay with PayPal.                                           | paypal
            Spaces no longer load in the cache view.                             | cache
            Order and checkout no longer share one address                       | address
            Users without an email cannot log in.                                | email
            Let orders be created without a payment.                             | payment
            Remove the deprecated payment endpoint.                              | payment
            Drop the users table.                                                | table
            Disable caching for admins.                                          | cache
            Stop sending e-mails twice.                                          | email
            Get rid of the metrics router.                                       | router
            Replace Memcached by Redis.                                          | memcached
            There's no way to remove a trial subscription.                       | subscription
            The picker must not trigger archiving.                               | archive
            Don't put the token into download links.                             | token
            The job doesn't change the status of the payment.                    | payment
            The cache is not updated.                                            | cache
            The response doesn't include the email.                              | email
            Passwords must not be stored in plain text.                          | password
            Users should not be able to see other people's invoices.             | invoice
            Don't change the label, but add an endpoint.                         | endpoint
            Without touching payments, add an upload.                            | upload
            No database change, just a new endpoint.                             | endpoint
            Don't touch the cache. Add a webhook.                                | webhook
            Use Redis instead of Memcached, and add metrics.                     | metrics
            Keep the API unchanged and add an index.                             | index
            Not only users but also admins need the export.                      | export
            Never store the password.                                            | password
            Uploads do not work when the database is down.                       | database
            Add retries so that no payment is lost.                              | payment
            It is not possible to delete a webhook.                              | webhook
            The endpoint should return 404 if the user is not found.             | user
            No mutations are possible on expired gift cards                      | mutation
            Nothing happens after the payment                                    | payment
            """)
    void failing_behaviour_is_asked_about(String text, String word) {
        assertThat(Read.how(text, word)).isEqualTo("asked");
    }
}
