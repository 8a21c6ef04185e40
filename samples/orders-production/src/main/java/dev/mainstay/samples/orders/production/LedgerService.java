package dev.mainstay.samples.orders.production;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

@Service
public class LedgerService {

	private final PaymentRepository payments;

	private final String url;

	private final Properties connection = new Properties();

	public LedgerService(PaymentRepository payments, @Value("${ledger.url}") String url,
			@Value("${ledger.user}") String user, @Value("${ledger.password}") String password) {
		this.payments = payments;
		this.url = url;
		this.connection.setProperty("user", user);
		this.connection.setProperty("password", password);
		this.connection.setProperty("connectTimeout", "5");
		this.connection.setProperty("socketTimeout", "60");
	}

	public int export() {
		List<Payment> all = this.payments.findAll();
		try (Connection ledger = DriverManager.getConnection(this.url, this.connection);
				PreparedStatement insert = ledger
					.prepareStatement("insert into bookings (payment_id, amount) values (?, ?)")) {
			for (Payment payment : all) {
				insert.setLong(1, payment.getId());
				insert.setBigDecimal(2, payment.getAmount());
				insert.addBatch();
			}
			return insert.executeBatch().length;
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Could not export " + all.size() + " payments to the ledger", ex);
		}
	}

}
