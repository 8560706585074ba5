import {
  addAddress,
  editAddress,
  listAddresses,
  removeAddress,
  setDefaultAddress,
} from "@/lib/accounts/addresses/operations";
import { addressView } from "@/lib/accounts/addresses/views";
import { requestCode } from "@/lib/accounts/operations";
import { listPeople, listPersonSessions, readPerson } from "@/lib/accounts/people/operations/read";
import {
  endPersonSession,
  endPersonSessions,
  revealPerson,
  setPersonActive,
  setPersonRoles,
} from "@/lib/accounts/people/operations/write";
import { personRowView, personSessionView, personView } from "@/lib/accounts/people/views";
import { contactView, profileView } from "@/lib/accounts/profile/views";
import { challengeView, sessionView, userView } from "@/lib/accounts/views";
import { createAccount } from "@/lib/auth/create-account";
import { login } from "@/lib/auth/login";
import { changeContact, removeContact, requestContact } from "@/lib/auth/profile/contact";
import { deleteAccount, requestDeletion } from "@/lib/auth/profile/deletion";
import { readProfile, updateProfile } from "@/lib/auth/profile/details";
import { exportProfile } from "@/lib/auth/profile/export";
import { changePassword } from "@/lib/auth/profile/password";
import { endOneSession, endOtherSessions, listSessions } from "@/lib/auth/profile/sessions";
import { confirmTwoFactor, disableTwoFactor, readTwoFactor, startTwoFactor } from "@/lib/auth/profile/two-factor";
import { register } from "@/lib/auth/register";
import { forgotPassword, resetPassword } from "@/lib/auth/reset";
import { refresh, signOut, verifyCode } from "@/lib/auth/sign-in";
import { addItem, clearCart, readCart, removeItem, updateItem } from "@/lib/cart/operations";
import { basketView, cartLineView, cartView } from "@/lib/cart/views";
import { addBrand, editBrand, listKeptBrands, readBrand, removeBrand } from "@/lib/catalog/brands/operations";
import { keptBrandView } from "@/lib/catalog/brands/views";
import {
  addCategory,
  editCategory,
  listKeptCategories,
  mergeCategory,
  moveCategory,
  readCategory,
  removeCategory,
} from "@/lib/catalog/categories/operations";
import { keptCategoryView } from "@/lib/catalog/categories/views";
import { addProduct, duplicateProduct } from "@/lib/catalog/keeping/operations/add";
import { applyPreviewed, previewBulk, readBulk } from "@/lib/catalog/keeping/operations/bulk";
import { editProduct } from "@/lib/catalog/keeping/operations/edit";
import { listKeptProducts, readKeptProduct } from "@/lib/catalog/keeping/operations/list";
import { removeProduct } from "@/lib/catalog/keeping/operations/remove";
import { keptProductDetailView, keptProductView } from "@/lib/catalog/keeping/views";
import { listBrands, listCategories, listProducts, readProduct } from "@/lib/catalog/operations";
import { addPictures } from "@/lib/catalog/pictures/operations/add";
import { readBanner, removeBanner, setBanner } from "@/lib/catalog/pictures/operations/banner";
import {
  editPicture,
  listPictures,
  orderPictures,
  removePicture,
  retryPicture,
} from "@/lib/catalog/pictures/operations/keep";
import { bannerView, keptPictureView } from "@/lib/catalog/pictures/views";
import { adjustStock, countStock, listStock, readStock, stockHistory } from "@/lib/catalog/stock/operations";
import { stockMoveView, stockView } from "@/lib/catalog/stock/views";
import { chooseUpload, readUploadColumns } from "@/lib/catalog/uploads/operations/choose";
import { confirmUpload, undoUpload } from "@/lib/catalog/uploads/operations/confirm";
import { listUploadChanges, listUploadRows, listUploads, readUpload } from "@/lib/catalog/uploads/operations/read";
import { receiveUpload } from "@/lib/catalog/uploads/operations/receive";
import { downloadUploadResult } from "@/lib/catalog/uploads/operations/result";
import { uploadChangeView, uploadColumnsView, uploadRowView, uploadView } from "@/lib/catalog/uploads/views";
import { brandView, categoryView, moneyView, productDetailView, productView, variantView } from "@/lib/catalog/views";
import { moveOrder, moveOrders } from "@/lib/orders/keeping/operations/move";
import { listKeptOrders, readKeptOrder } from "@/lib/orders/keeping/operations/read";
import { revealOrder } from "@/lib/orders/keeping/operations/reveal";
import { boardOrderView, historyEntryView, keptOrderView, movedView } from "@/lib/orders/keeping/views";
import { cancelOrder } from "@/lib/orders/operations/cancel";
import { editOrder } from "@/lib/orders/operations/edit";
import { listOrders, readOrder } from "@/lib/orders/operations/read";
import { reorder } from "@/lib/orders/operations/reorder";
import { submitOrders } from "@/lib/orders/operations/submit";
import { placePhoneOrder } from "@/lib/orders/phone/operations";
import { orderLineView, orderView, reorderView, submitView } from "@/lib/orders/views";
import { listAudit, readRecordAt } from "@/lib/reports/audit/operations";
import { auditEntryView } from "@/lib/reports/audit/views";
import { askForBooks, readBooks } from "@/lib/reports/books/operations";
import { bookCheckView } from "@/lib/reports/books/views";
import { listSoldProducts, readCatalogFigures } from "@/lib/reports/operations/catalog";
import { readDashboard } from "@/lib/reports/operations/dashboard";
import { listSoldDays, listSoldLines, listSoldOrders } from "@/lib/reports/operations/rows";
import {
  catalogFiguresView,
  dashboardView,
  reportScope,
  soldDayView,
  soldLineView,
  soldOrderView,
  soldProductView,
} from "@/lib/reports/views";
import { decideRetailer } from "@/lib/retailers/keeping/operations/decide";
import { editRetailer } from "@/lib/retailers/keeping/operations/edit";
import { setHours, setSpecialDays } from "@/lib/retailers/keeping/operations/hours";
import { listKeptRetailers, readKeptRetailer } from "@/lib/retailers/keeping/operations/read";
import { keptRetailerRowView, keptRetailerView } from "@/lib/retailers/keeping/views";
import { listMembers, removeMember, setMember } from "@/lib/retailers/members/operations";
import { memberView } from "@/lib/retailers/members/views";
import { listRetailers } from "@/lib/retailers/operations";
import { retailerView } from "@/lib/retailers/views";
import { health } from "@/lib/web/health";

/** Every operation that REST clients reach. A test compares it with the routes beside it and the operations in `lib`. */
export const operations = {
  requestCode,
  register,
  verifyCode,
  login,
  forgotPassword,
  resetPassword,
  createAccount,
  listPeople,
  readPerson,
  listPersonSessions,
  revealPerson,
  setPersonActive,
  setPersonRoles,
  endPersonSession,
  endPersonSessions,
  listMembers,
  setMember,
  removeMember,
  changePassword,
  listSessions,
  endOneSession,
  endOtherSessions,
  readTwoFactor,
  startTwoFactor,
  confirmTwoFactor,
  disableTwoFactor,
  refresh,
  signOut,
  listProducts,
  readProduct,
  listKeptProducts,
  readKeptProduct,
  addProduct,
  editProduct,
  removeProduct,
  duplicateProduct,
  previewBulk,
  readBulk,
  applyPreviewed,
  receiveUpload,
  listUploads,
  readUpload,
  listUploadRows,
  listUploadChanges,
  readUploadColumns,
  chooseUpload,
  confirmUpload,
  undoUpload,
  downloadUploadResult,
  listPictures,
  addPictures,
  orderPictures,
  editPicture,
  removePicture,
  retryPicture,
  readBanner,
  setBanner,
  removeBanner,
  listCategories,
  listKeptCategories,
  readCategory,
  addCategory,
  editCategory,
  moveCategory,
  mergeCategory,
  removeCategory,
  listBrands,
  listKeptBrands,
  readBrand,
  addBrand,
  editBrand,
  removeBrand,
  listStock,
  readStock,
  stockHistory,
  adjustStock,
  countStock,
  listRetailers,
  listKeptRetailers,
  readKeptRetailer,
  editRetailer,
  setHours,
  setSpecialDays,
  decideRetailer,
  readCart,
  addItem,
  updateItem,
  removeItem,
  clearCart,
  listOrders,
  submitOrders,
  readOrder,
  listKeptOrders,
  readKeptOrder,
  moveOrder,
  moveOrders,
  revealOrder,
  placePhoneOrder,
  readDashboard,
  readCatalogFigures,
  listSoldProducts,
  listSoldOrders,
  listSoldLines,
  listSoldDays,
  readProfile,
  updateProfile,
  requestContact,
  changeContact,
  removeContact,
  exportProfile,
  requestDeletion,
  deleteAccount,
  listAddresses,
  addAddress,
  editAddress,
  removeAddress,
  setDefaultAddress,
  editOrder,
  cancelOrder,
  reorder,
  listAudit,
  readRecordAt,
  readBooks,
  askForBooks,
  health,
};

/** Shapes that the document names once. */
export const views = {
  Dashboard: dashboardView,
  CatalogFigures: catalogFiguresView,
  ReportScope: reportScope,
  SoldDay: soldDayView,
  SoldLine: soldLineView,
  SoldOrder: soldOrderView,
  SoldProduct: soldProductView,
  Address: addressView,
  AuditEntry: auditEntryView,
  Banner: bannerView,
  Basket: basketView,
  BookCheck: bookCheckView,
  Brand: brandView,
  Cart: cartView,
  CartLine: cartLineView,
  Category: categoryView,
  Challenge: challengeView,
  Contact: contactView,
  BoardOrder: boardOrderView,
  OrderHistoryEntry: historyEntryView,
  KeptBrand: keptBrandView,
  KeptPicture: keptPictureView,
  KeptProduct: keptProductView,
  KeptProductDetail: keptProductDetailView,
  KeptOrder: keptOrderView,
  MovedOrders: movedView,
  KeptCategory: keptCategoryView,
  KeptRetailer: keptRetailerView,
  KeptRetailerRow: keptRetailerRowView,
  Money: moneyView,
  Member: memberView,
  Order: orderView,
  OrderLine: orderLineView,
  Person: personView,
  PersonRow: personRowView,
  PersonSession: personSessionView,
  Product: productView,
  ProductDetail: productDetailView,
  Profile: profileView,
  Reorder: reorderView,
  Retailer: retailerView,
  Session: sessionView,
  Stock: stockView,
  StockMove: stockMoveView,
  Submit: submitView,
  Upload: uploadView,
  UploadChange: uploadChangeView,
  UploadColumns: uploadColumnsView,
  UploadRow: uploadRowView,
  User: userView,
  Variant: variantView,
};
